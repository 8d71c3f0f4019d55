//! Days in the Qing, Julian and Gregorian calendars: against published pairs, there and back, and what never was.

use std::fmt::Write as _;
use std::fs;

use karun::model::{Calendar, CalendarDay, QingDate, WrittenDate, parse_date};
use proptest::prelude::*;

use crate::support::root;

#[derive(serde::Deserialize)]
struct Pair {
    qing: String,
    julian: String,
    gregorian: CalendarDay,
    basis: String,
    what: String,
}

fn pairs() -> Vec<Pair> {
    let mut rows = csv::Reader::from_path(root().join("tests/calendars/pairs.csv")).unwrap();
    rows.deserialize().map(Result::unwrap).collect()
}

fn written(calendar: Calendar, text: &str) -> Result<String, String> {
    WrittenDate { calendar, text: text.to_owned() }.to_gregorian().map(|d| d.to_string())
}

#[test]
fn every_pair_converts_both_ways() {
    let pairs = pairs();
    let count = |basis: &str| pairs.iter().filter(|p| p.basis == basis).count();
    assert_eq!((count("published"), count("chronology"), count("table")), (16, 44, 62));
    let mut missed = Vec::new();
    for p in &pairs {
        let day = p.gregorian.to_string();
        let there = [(Calendar::Qing, &p.qing), (Calendar::Julian, &p.julian), (Calendar::Gregorian, &day)]
            .map(|(calendar, text)| written(calendar, text));
        let back = p.gregorian.qing().map(|q| q.to_string());
        if there.iter().any(|t| t.as_ref() != Ok(&day)) || back.as_ref() != Some(&p.qing) {
            missed.push(format!("{} ({}): {there:?} {back:?}", p.qing, p.what));
        }
    }
    assert!(missed.is_empty(), "{} of {} missed:\n{}", missed.len(), pairs.len(), missed.join("\n"));
}

fn days() -> impl Iterator<Item = CalendarDay> {
    let day = |text: &str| text.parse::<CalendarDay>().unwrap();
    let last = day("1912-02-17");
    std::iter::successors(Some(day("1644-02-08")), move |d| (*d < last).then(|| d.next()))
}

#[test]
fn every_month_begins_as_in_the_issued_calendars() {
    // FNV-1a over "1644-02-08 1644 1\n" and so on, a leap month with a plus, made from the tables that README names.
    let (mut digest, mut months, mut before) = (0xcbf2_9ce4_8422_2325_u64, 0, 0);
    let (mut year, mut number) = (1643, 0);
    for day in days() {
        let text = day.qing().unwrap().to_string();
        let Some(month) = text.strip_suffix("月初一日") else { continue };
        let month = month.rsplit('年').next().unwrap();
        let name = month.strip_prefix('闰').unwrap_or(month);
        let names = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
        number = names.iter().position(|n| *n == name).unwrap() + 1;
        year += i32::from(number == 1 && before != 1);
        before = number;
        let leap = if month == name { "" } else { "+" };
        for byte in format!("{day} {year} {number}{leap}\n").bytes() {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        months += 1;
    }
    assert_eq!((months, year, number), (3315, 1911, 12));
    assert_eq!(digest, 0xf99c_4d8f_373c_c7d9);
}

#[test]
fn every_day_goes_there_and_back() {
    let mut count = 0;
    for day in days() {
        let text = day.qing().unwrap().to_string();
        let back: QingDate = text.parse().unwrap_or_else(|why| panic!("{day}: {why}"));
        assert_eq!((back.first(), back.last()), (day, day), "{text}");
        count += 1;
    }
    assert_eq!(count, 97_894);
    let outside = ["1644-02-07", "1912-02-18", "0001-01-01", "9999-12-31"];
    assert!(outside.iter().all(|d| d.parse::<CalendarDay>().unwrap().qing().is_none()));
}

#[test]
fn one_date_has_many_spellings() {
    let same = [
        (
            "1864-10-07",
            vec![
                "同治三年九月初七日",
                "同治三年九月初七",
                "同治3年9月7日",
                "同治 三年 九月 七日",
                "大清同治三年九月初七日",
                "同治３年９月７号",
            ],
        ),
        ("1881-08-25", vec!["光绪七年闰七月初一日", "光緒七年閏七月初一", "光绪7年闰7月1日"]),
        ("1881-09-18", vec!["光绪七年闰七月二十五日", "光緒七年閏七月廿五日", "光绪七年闰七月二十有五日"]),
        ("1862-01-29", vec!["咸豐十一年十二月三十日", "咸丰十一年腊月卅日", "咸豐十一年臘月三十"]),
        ("1722-12-20", vec!["康熙六十一年十一月十三日", "康熙六十一年冬月十三"]),
        ("1909-01-22/1909-02-19", vec!["宣统元年正月", "宣統元年正月", "宣统1年1月", "宣统一年一月"]),
        ("1871-02-19/1872-02-08", vec!["同治十年", "同治10年"]),
        ("1863-05-18/1863-07-15", vec!["同治二年四月至五月", "同治二年四月至同治二年五月", "同治二年四月—五月"]),
        ("1869-07-06/1869-08-13", vec!["同治八年五月二十七日至七月初六日"]),
        ("1869-07-06/1869-07-08", vec!["同治八年五月二十七日至二十九日"]),
        ("1864-02-08/1866-02-14", vec!["同治三年至四年"]),
        ("1861-02-10/1863-02-17", vec!["咸丰十一年至同治元年"]),
    ];
    for (days, texts) in same {
        for text in texts {
            assert_eq!(written(Calendar::Qing, text).as_deref(), Ok(days), "{text}");
            assert_eq!(parse_date(text).unwrap().as_str(), days, "{text}");
        }
    }
    let same = [
        (
            "1864-10-07",
            vec![
                "25 September 1864",
                "25 Sept. 1864",
                "September 25, 1864",
                "the 25th of September 1864",
                "1864-09-25",
                "25 сентября 1864",
                "25 сентября 1864 г.",
                "25 сент. 1864 года",
                "1864 г. сентября 25",
            ],
        ),
        ("1881-02-24", vec!["12 Feb 1881", "12 февраля 1881", "12 ФЕВРАЛЯ 1881"]),
        ("1900-03-13", vec!["29 February 1900", "29 февраля 1900 г."]),
        ("1883-05-13/1883-06-12", vec!["May 1883", "май 1883 г.", "1883-05"]),
        ("1870-01-13/1871-01-12", vec!["1870", "1870 г."]),
        (
            "1869-07-06/1869-09-04",
            vec!["24 June to 23 August 1869", "24 июня — 23 августа 1869 г.", "с 24 июня по 23 августа 1869"],
        ),
        ("1869-07-06/1869-07-08", vec!["24–26 June 1869", "24 to 26 June 1869"]),
        ("1869-06-13/1869-09-12", vec!["June to August 1869"]),
    ];
    for (days, texts) in same {
        for text in texts {
            assert_eq!(written(Calendar::Julian, text).as_deref(), Ok(days), "{text}");
            assert_eq!(parse_date(&format!("{text} O.S.")).unwrap().as_str(), days, "{text}");
            assert_eq!(parse_date(&format!("{text} (ст. ст.)")).unwrap().as_str(), days, "{text}");
        }
    }
    for text in ["7 October 1864", "7 Oct 1864 N.S.", "7 октября 1864 г. (н. ст.)", "1864-10-07"] {
        assert_eq!(parse_date(text).unwrap().as_str(), "1864-10-07", "{text}");
    }
    for text in ["1864~", "186X", "../1883", "1883/..", "1864-10", "1869-06/1869-08"] {
        assert_eq!(parse_date(text).unwrap().as_str(), text);
    }
}

#[test]
fn impossible_dates_say_why() {
    let impossible = [
        ("qing", "同治十四年"),
        ("qing", "光绪三十五年正月"),
        ("qing", "宣统四年"),
        ("qing", "同治零年"),
        ("qing", "乾隆六十一年"),
        ("qing", "永历三年"),
        ("qing", "民国元年"),
        ("qing", "光绪七年闰三月"),
        ("qing", "同治三年闰九月初一日"),
        ("qing", "同治三年九月三十日"),
        ("qing", "光绪七年闰七月三十日"),
        ("qing", "同治三年九月三十一日"),
        ("qing", "同治三年九月0日"),
        ("qing", "同治三年十三月"),
        ("qing", "宣统三年十二月三十一日"),
        ("qing", "同治三年初七日"),
        ("qing", "九月初七日"),
        ("qing", "同治四年至三年"),
        ("qing", "去秋"),
        ("julian", "31 September 1864"),
        ("julian", "29 February 1863"),
        ("julian", "30 February 1900"),
        ("julian", "31 сентября 1864"),
        ("julian", "1864-13-01"),
        ("julian", "25 September"),
        ("julian", "25 1864"),
        ("julian", "23 August to 24 June 1869"),
        ("julian", "last autumn"),
        ("gregorian", "29 February 1900"),
        ("gregorian", "31 April 1881"),
        ("any", "31 September 1864"),
        ("any", "29 February 1863 O.S."),
        ("any", "同治十四年"),
        ("any", "1863-02-29"),
        ("any", "about 1864"),
        ("any", ""),
    ];
    let mut found = String::new();
    for (calendar, text) in impossible {
        let why = match calendar {
            "qing" => written(Calendar::Qing, text),
            "julian" => written(Calendar::Julian, text),
            "gregorian" => written(Calendar::Gregorian, text),
            _ => parse_date(text).map(|d| d.to_string()),
        };
        let why = why.map_or_else(|why| why, |day| format!("NOT REFUSED: {text} is {day}"));
        writeln!(found, "{calendar:<10}{why}").unwrap();
    }
    let book = root().join("tests/calendars/impossible.txt");
    if std::env::var_os("KARUN_ACCEPT").is_some() {
        fs::write(&book, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&book).unwrap_or_default());
    assert!(!found.contains("NOT REFUSED"), "{found}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// No text makes the readers fall over, and what a Qing date is printed as reads the same.
    #[test]
    fn any_text_is_read_or_refused(text in "(J:)?[0-9元一二三十廿初正冬闰年月日至同治光绪a-zю .,()/~?XO\\-]{0,14}") {
        let _ = parse_date(&text);
        for calendar in [Calendar::Julian, Calendar::Gregorian] {
            let _ = written(calendar, &text);
        }
        if let Ok(date) = text.parse::<QingDate>() {
            prop_assert_eq!(date.to_string().parse::<QingDate>(), Ok(date));
        }
    }

    /// The same for texts that are nearly dates.
    #[test]
    fn numbers_are_read_or_refused(
        reign in prop::sample::select(vec!["顺治", "康熙", "乾隆", "同治", "光绪", "宣统"]),
        (year, month, day) in (0u8..70, 0u8..15, 0u8..33),
        leap in any::<bool>(),
    ) {
        let text = format!("{reign}{year}年{}{month}月{day}日", if leap { "闰" } else { "" });
        match text.parse::<QingDate>() {
            Ok(date) => {
                prop_assert_eq!(date.first().qing(), Some(date));
                prop_assert!((1..=12).contains(&month) && (1..=30).contains(&day) && year > 0);
            }
            Err(why) => prop_assert!(why.starts_with(&format!("«{text}»: ")), "{}", why),
        }
    }
}

/// A note lets dates disagree; none of the bundled ones need it.
#[test]
fn the_bundled_dates_agree() {
    let atlas = karun::Atlas::bundled();
    let dates = atlas.instruments().iter().flat_map(|t| &t.dates).map(|d| (&d.edtf, &d.written));
    let all: Vec<_> = dates.chain(atlas.events().iter().map(|e| (&e.date, &e.written))).collect();
    let written = all.iter().flat_map(|(date, written)| written.iter().map(move |w| (*date, w)));
    let mut count = 0;
    for (date, one) in written {
        let meant = one.to_gregorian().unwrap();
        let holds = |a: &karun::Edtf, b: &karun::Edtf| a.earliest() <= b.earliest() && a.latest() >= b.latest();
        assert!(holds(&meant, date) || holds(date, &meant), "{}: {meant}, {date}", one.text);
        count += 1;
    }
    assert!(count >= 90, "{count}");
}
