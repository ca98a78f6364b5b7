//! The controlled list of themes as a tree: sub-themes lie within wider ones, and whatever is about a sub-theme is about
//! the wider one too.

use std::collections::BTreeSet;

use super::identity::Theme;
use super::reading::Kept;

/// A theme in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The theme.
    pub theme: &'a Kept<Theme>,
    /// How many themes lie above it.
    pub depth: usize,
}

/// All themes, each before those within it, in the order of their positions. What names a wider theme that is not there, or
/// that lies within itself, stands at the top.
#[must_use]
pub fn tree(themes: &[Kept<Theme>]) -> Vec<Placed<'_>> {
    let mut ordered: Vec<&Kept<Theme>> = themes.iter().collect();
    ordered.sort_by_key(|theme| (theme.position.unwrap_or(u32::MAX), &theme.slug));
    let mut placed: Vec<Placed<'_>> = Vec::with_capacity(ordered.len());
    let is_top = |theme: &Kept<Theme>| above(themes, theme).is_empty();
    for top in ordered.iter().filter(|theme| is_top(theme)) {
        place(&ordered, top, 0, &mut placed);
    }
    // Rings have no top; their themes must not get lost.
    for theme in ordered {
        if !placed.iter().any(|known| known.theme.id == theme.id) {
            placed.push(Placed { theme, depth: 0 });
        }
    }
    placed
}

fn place<'a>(ordered: &[&'a Kept<Theme>], theme: &'a Kept<Theme>, depth: usize, placed: &mut Vec<Placed<'a>>) {
    if placed.iter().any(|known| known.theme.id == theme.id) {
        return;
    }
    placed.push(Placed { theme, depth });
    for inside in ordered.iter().filter(|other| other.parent_theme.as_ref() == Some(&theme.id)) {
        place(ordered, inside, depth + 1, placed);
    }
}

/// The themes above one, the nearest first.
#[must_use]
pub fn above<'a>(themes: &'a [Kept<Theme>], theme: &Kept<Theme>) -> Vec<&'a Kept<Theme>> {
    let mut found: Vec<&Kept<Theme>> = Vec::new();
    let mut next = theme.parent_theme.as_deref();
    while let Some(parent) = next.and_then(|id| themes.iter().find(|other| other.id == id)) {
        if parent.id == theme.id || found.iter().any(|known| known.id == parent.id) {
            break;
        }
        found.push(parent);
        next = parent.parent_theme.as_deref();
    }
    found
}

/// The ids of a theme and of all within it.
#[must_use]
pub fn within(themes: &[Kept<Theme>], id: &str) -> BTreeSet<String> {
    let is_inside = |theme: &&Kept<Theme>| above(themes, theme).iter().any(|wider| wider.id == id);
    themes.iter().filter(is_inside).map(|theme| theme.id.clone()).chain([id.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::partnership::samples::{made, words};

    fn theme(id: &str, parent: Option<&str>, position: u32) -> Kept<Theme> {
        made(id, json!({"slug": id, "name": words(id), "parent_theme": parent, "position": position}))
    }

    #[test]
    fn sub_themes_lie_within_wider_ones() {
        let themes = [
            theme("kindergartens", Some("care"), 42),
            theme("transport", None, 20),
            theme("society", None, 40),
            theme("care", Some("society"), 41),
            theme("roads", Some("transport"), 21),
            theme("lost", Some("nowhere"), 90),
        ];

        let placed: Vec<(&str, usize)> = tree(&themes).iter().map(|placed| (placed.theme.id.as_str(), placed.depth)).collect();

        let expected = [("transport", 0), ("roads", 1), ("society", 0), ("care", 1), ("kindergartens", 2), ("lost", 0)];
        assert_eq!(placed, expected);
        assert_eq!(within(&themes, "society"), ["care", "kindergartens", "society"].map(ToOwned::to_owned).into());
        assert_eq!(above(&themes, &themes[0]).iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>(), ["care", "society"]);
    }

    #[test]
    fn themes_within_each_other_stay_on_the_list() {
        let themes = [theme("a", Some("b"), 1), theme("b", Some("a"), 2), theme("c", Some("c"), 3)];

        assert_eq!(tree(&themes).len(), 3);
        assert_eq!(within(&themes, "a"), ["a", "b"].map(ToOwned::to_owned).into());
    }
}
