//! Conditions on a column, as `--where` writes them.

use std::cmp::Ordering;

use super::layer::{Layer, Value};

/// A condition on one column: `district=kobdo`, `accuracy_m<5000`, `valid_to!=9999-12-31`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filter {
    column: String,
    test: &'static str,
    value: String,
}

/// The longer ones first, so that `<=` is not read as `<`.
const TESTS: [&str; 6] = ["!=", "<=", ">=", "=", "<", ">"];

impl std::str::FromStr for Filter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let at = |test: &'static str| text.find(test).map(|i| (i, test));
        // The first test in the text; of two at the same place the longer one.
        let found = TESTS.iter().filter_map(|t| at(t)).min_by_key(|(i, t)| (*i, std::cmp::Reverse(t.len())));
        let (i, test) =
            found.ok_or_else(|| format!("«{text}» is no condition, as district=kobdo or accuracy_m<5000"))?;
        let (column, value) = (text[..i].trim(), text[i + test.len()..].trim());
        if column.is_empty() {
            return Err(format!("«{text}» names no column before {test}"));
        }
        Ok(Self { column: column.to_owned(), test, value: value.to_owned() })
    }
}

impl Filter {
    /// The column that it asks for.
    pub fn column(&self) -> &str {
        &self.column
    }

    /// Keeps the features that meet the condition, and says whether the layer has the column. Numbers are compared with numbers, dates and
    /// other text letter by letter; an empty value equals nothing but the empty text, and meets no `<` or `>`.
    ///
    /// ```
    /// use karun::{Atlas, Index, export::{filter::Filter, layers}};
    /// let atlas = Atlas::bundled();
    /// let index = Index::new(&atlas, &Default::default())?;
    /// let mut markers = layers::layer(&index, "markers")?;
    /// let kobdo: Filter = "district=kobdo".parse().unwrap();
    /// assert!(kobdo.keep(&mut markers));
    /// assert_eq!(markers.features.len(), 20);
    /// # Ok::<(), karun::Error>(())
    /// ```
    pub fn keep(&self, layer: &mut Layer) -> bool {
        let Some(i) = layer.schema.column(&self.column) else { return false };
        layer.features.retain(|f| self.meets(&f.values[i]));
        true
    }

    fn meets(&self, value: &Value) -> bool {
        let order = match (value, self.value.parse::<f64>()) {
            (Value::Null, _) => {
                return (self.test == "=" && self.value.is_empty()) || (self.test == "!=" && !self.value.is_empty());
            }
            (Value::Integer(n), Ok(asked)) => (*n as f64).partial_cmp(&asked),
            (Value::Number(n), Ok(asked)) => n.partial_cmp(&asked),
            (Value::Text(text), _) => Some(text.as_str().cmp(self.value.as_str())),
            (Value::Integer(_) | Value::Number(_), Err(_)) => None,
        };
        match self.test {
            "=" => order == Some(Ordering::Equal),
            "!=" => order != Some(Ordering::Equal),
            "<" => order == Some(Ordering::Less),
            "<=" => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            ">" => order == Some(Ordering::Greater),
            _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        }
    }
}
