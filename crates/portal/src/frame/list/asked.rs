//! What the address says about a list, and the addresses of its other views.

use axum::extract::Query;
use axum::http::Uri;

use super::file::FileForm;
use crate::frame::Address;

/// By which column, in which direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// What the address calls the column.
    pub name: String,
    /// Whether the greatest comes first.
    pub is_descending: bool,
}

/// What the address says about a list: `?q=words&sort=-name&page=2` and the page's own filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedList {
    /// Address without its question.
    pub path: String,
    /// Words that each row must have.
    pub words: String,
    /// The order.
    pub order: Order,
    /// The page, from 1.
    pub page: usize,
    /// The form of the file that is asked for instead of the page.
    pub file: Option<FileForm>,
    usual: &'static str,
    others: Vec<(String, String)>,
}

impl AskedList {
    /// What this address says; what cannot be understood is as if it were not said.
    #[must_use]
    pub fn of(uri: &Uri, usual: &'static str) -> Self {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).unwrap_or_default();
        let mut asked = Self { path: uri.path().to_owned(), page: 1, usual, order: order(usual), ..Self::default() };
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "q" => asked.words = value.trim().to_owned(),
                "sort" => asked.order = order(&value),
                "page" => asked.page = value.parse().unwrap_or(1),
                "file" => asked.file = FileForm::parse(&value),
                _ => asked.others.push((name, value)),
            }
        }
        asked
    }

    /// The value of a filter of the page's own.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.others.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Address of the first page of the list in another order.
    pub(super) fn sorted_by(&self, name: &str, is_descending: bool) -> String {
        let order = Order { name: name.to_owned(), is_descending };
        self.view(&order, 1)
    }

    /// Address of another page.
    pub(super) fn at_page(&self, page: usize) -> String {
        self.view(&self.order, page)
    }

    fn view(&self, order: &Order, page: usize) -> String {
        let mut address = Address::at(&self.path);
        for (name, value) in &self.others {
            address = address.ask(name, value);
        }
        if !self.words.is_empty() {
            address = address.ask("q", &self.words);
        }
        if *order != self::order(self.usual) {
            address = address.ask("sort", &word(order));
        }
        if page > 1 {
            address = address.ask("page", &page.to_string());
        }
        address.into()
    }

    /// Address of the whole list: without words and without the filters of these names.
    pub(super) fn without(&self, own: &[&str]) -> String {
        let mut whole = Self { words: String::new(), ..self.clone() };
        whole.others.retain(|(name, _)| !own.contains(&name.as_str()));
        whole.at_page(1)
    }

    /// What a filter form carries along unseen: everything but words, page and the fields that it shows itself.
    pub(super) fn carried(&self, own: &[&str]) -> Vec<(String, String)> {
        let mut carried = self.others.clone();
        carried.retain(|(name, _)| !own.contains(&name.as_str()));
        if self.order != order(self.usual) {
            carried.push(("sort".to_owned(), word(&self.order)));
        }
        carried
    }

    /// Address of this view, all of it, as a file.
    pub(super) fn file(&self, form: FileForm) -> String {
        let view = self.at_page(1);
        format!("{view}{}file={}", if view.contains('?') { '&' } else { '?' }, form.ending())
    }

    /// All that the address says but these, the page and the file, for a form beside the filter.
    #[must_use]
    pub fn but(&self, names: &[&str]) -> Vec<(String, String)> {
        let mut said = self.carried(names);
        if !self.words.is_empty() && !names.contains(&"q") {
            said.push(("q".to_owned(), self.words.clone()));
        }
        said
    }
}

fn order(word: &str) -> Order {
    match word.strip_prefix('-') {
        Some(name) => Order { name: name.to_owned(), is_descending: true },
        None => Order { name: word.to_owned(), is_descending: false },
    }
}

fn word(order: &Order) -> String {
    let sign = if order.is_descending { "-" } else { "" };
    format!("{sign}{}", order.name)
}
