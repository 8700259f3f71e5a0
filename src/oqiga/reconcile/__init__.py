"""Claims to incidents: matching, origins, standing figures, disputes.

The way through, each module told by its first line:

- **What one report says**, reduced to what is compared (`sketch`, made by `sketching` and `completing`):
  `page`, `periods`, `told_days`, `counts_told`, `site_names`, `title_towns`, `localities`, `lands`,
  `borders`, `people`; beside its story `recalling`, `long_past`, `mourning`.
- **Are two of one incident?** `blocks` propose whom to `compare`: `comparing_times` (`comparing_undated`),
  `comparing_places`, `comparing_figures`, `comparing_traits`, each a `comparison`; `kinship` holds the
  weights, `naming` the spellings.
- **Which are one?** `group`, with `against`, `refining`, `uniting`; by analysts: `links`, `joining`.
- **Which claims count?** `evidence`, `copies` (one origin), `decisions`.
- **Which figure stands?** `standing` makes the series of `point`s (`in_time`, `same_news`, `overturning`),
  `settle` the best one (`choosing`, `policies`); `arithmetic` and `disputing` name what does not add up.
- **The incident**, put together by `incident`: `portrait`, `heading`, `denied`, `parts` (of `site`s) and
  `whole`, `blamed`, `measures`, `chronicle`.

`version` is raised whenever reports come to be brought together otherwise.
"""
