//! Work on all cores whose results come out in the order in which it went in.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::error::Result;

/// Takes the items that `produce` gives, does `work` on all cores, and hands the results to `consume` in order.
///
/// Never more than a few items a core are under way. `produce` runs on a thread of its own and stops when it is told that
/// its item is no longer wanted, which happens when `consume` fails.
pub(super) fn ordered<T: Send, R: Send, P: Send>(
    produce: impl FnOnce(&mut dyn FnMut(T) -> bool) -> Result<P> + Send,
    work: impl Fn(T) -> R + Sync,
    mut consume: impl FnMut(R) -> Result<()>,
) -> Result<P> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (give, take) = sync_channel::<(T, SyncSender<R>)>(cores);
    let take = Mutex::new(take);
    thread::scope(|scope| {
        // The results that are waited for, in order; each comes through a channel of its own.
        let (promise, promised) = sync_channel::<Receiver<R>>(2 * cores);
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((item, reply)) = next else { break };
                    // Nobody waits for it any more when `consume` has failed.
                    let _ = reply.send(work(item));
                }
            });
        }
        let producer = scope.spawn(move || {
            produce(&mut |item| {
                let (reply, result) = sync_channel(1);
                promise.send(result).is_ok() && give.send((item, reply)).is_ok()
            })
        });
        let mut consumed = Ok(());
        for result in promised {
            let Ok(result) = result.recv() else { break };
            consumed = consume(result);
            if consumed.is_err() {
                break;
            }
        }
        match producer.join() {
            Ok(produced) => consumed.and(produced),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::ordered;
    use crate::error::Error;

    #[test]
    fn results_come_in_order_whatever_takes_longest() -> crate::Result<()> {
        let mut seen = Vec::new();
        let produced = ordered(
            |give| Ok((0..200u64).take_while(|i| give(*i)).count()),
            |i| {
                std::thread::sleep(std::time::Duration::from_micros(i * 7919 % 300));
                i
            },
            |i| {
                seen.push(i);
                Ok(())
            },
        )?;
        assert_eq!(produced, 200);
        assert!(seen.iter().copied().eq(0..200));
        Ok(())
    }

    #[test]
    fn an_error_ends_the_work() {
        let mut given = 0;
        let end = ordered(
            |give| {
                while give(given) {
                    given += 1;
                }
                Ok(())
            },
            |i| i,
            |i| if i == 5 { Err(Error::ask("enough")) } else { Ok(()) },
        );
        assert_eq!(end.map_err(|why| why.to_string()), Err("enough".to_owned()));
        assert!(given < 100, "{given} items were made for nothing");
    }
}
