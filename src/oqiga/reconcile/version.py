"""The version of reconciling: raised whenever reports come to be compared or brought together otherwise."""

VERSION = 13
"""13: half a point less brings two dated reports together, an attack beside the trial for another, the month
of what a trial is about, border posts, the time of the year that a report came out at.

12: the day of what only tolls tell, places that the gazetteer lacks sought by name, counts of one named
day, whole incidents that agree.

11: small places that only their names tell, first names by their consonants, a night and its day, and what
has no time, told by one report; a town that is named, half a point more.

10: borders of two lands, sides of a land; half a point less suffices where something tells when it was.

9: a day spelled out before one counted to, the year that a trial mistakes, an airport of a land,
two towns that two reports share, days and far counts that speak against what nobody dates;
hours of the day, days of datelines, dead and wounded far apart together, undated sketches seen on the whole;
attackers named in full, operations in districts far off, what went on for days, weeks that end on a Sunday;
life terms, sites that events are placed at, days of what is recalled beside the story,
reports that outlets far west date a day before.

8: people named in full, sites that the other report names elsewhere, feasts, nights between named days,
days yet to come, one count told of others, parts of the names of sites, embassies, names out of case, days of
mourning, trials with their acts, the few compared once more.

7: what is set beside the story ("hours after a bomb …"), other days of undated reports, anniversaries by
the years they count, numbers of sites, names of groups, a report that recalls another attack.

6: towns of headings and capitals, parts of towns, days of other attacks, nights that began the day before,
measures of a town and of its region, the day of what only measures tell.

5: what is told again, adjectives of towns, eves of nights, the dead before other counts.

4: namesakes of towns, counts of the least, sites without any time. 3: names of sites, days of the week,
nights, trials and anniversaries, years against days. 2: kinds of sites, towns in any case, parts of an
attack. 1: the first that was kept in books, as None.
"""
