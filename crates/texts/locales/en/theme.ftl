# Themes of cooperation: the controlled list.
theme-all = Themes
theme-caption = Themes, and what is about them
theme-lead = One list of themes for all partnerships. What is about a sub-theme is about the theme that it lies in, too.
theme-none = The list of themes is empty so far.
theme-inside = Sub-themes
theme-nothing = Nothing about this theme is recorded so far.
