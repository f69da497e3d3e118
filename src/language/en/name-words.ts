/** English words beside names: what opens a sentence, what joins and follows names, and what is none. */

/** Words that may open a sentence with a capital. */
export const OPENERS: ReadonlySet<string> = new Set(
  "a about above according across after again against ago all almost along already also although always am amid among an and another any anyone are around as asked at away back based be because been before behind being below beneath beside besides between beyond both but by can clearly close could critics despite did do does doing done down during each earlier early either else enough even eventually ever every everyone everything except few fewer finally first five following for four from further had half has have having he hence her here hers him his how however i if in indeed inside instead into is it its itself just last later least less let like many maybe me meanwhile more moreover most much my near nearly neither never nevertheless next no nobody none nor not nothing now of off officials often on once one only onto or other others otherwise our out outside over overall own part people perhaps please prior put rather recent recently same second see seven several shall she should similarly since six so some somebody someone something sometimes soon still such ten than thanks that the their them then there therefore these they thirty this those though three through throughout thus to today together tomorrow too toward towards two under unless unlike until up upon us usually very via was we well were what whatever when whenever january february march april may june july august september october november december spring summer autumn winter where whereas whether which while who whoever whole whom whose why will with within without would yes yesterday yet you your ".split(
    " ",
  ),
);
/** Words with a capital of their own that are no part of a name at its edges: days, nationalities. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday christmas easter " +
    "chinese american british english french german italian spanish russian indian japanese korean african european asian australian canadian western scottish welsh irish dutch swiss swedish norwegian danish brazilian mexican turkish greek polish ukrainian israeli iranian kenyan nigerian egyptian pakistani ghanaian ugandan muslim christian jewish catholic buddhist hindu " +
    "q a ceo ngo ngos gdp covid covid-19 tv uk us usa eu u.s u.k un ai it"
  ).split(" "),
);

/** Titles of courtesy, which are nobody’s name. */
export const TITLE_ALONE = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|CEO|Lord|Lady|Rev)$/u;
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
export const MONTH_AND_DAY = new RegExp(
  String.raw`^(?:${MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \d{1,4}$`,
  "u",
);
/** A month or a day of the week. */
export const MONTH_OR_WEEKDAY = new RegExp(
  `(?:${MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)`,
);
/** Before the year of a date. */
export const YEAR_FOLLOWS = new RegExp(
  String.raw`(?<![\p{L}])(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|${MONTHS}|\d{1,2},) $`,
  "u",
);
/** Small words inside the names of people. */
export const LINK = String.raw`(?:de la|de los|van der|van den|von der|de|del|della|di|da|dos|du|van|von|bin|ibn|al|el|ten|ter|&|\+)`;

/** Verbs of saying beside a name. */
const SAYS = String.raw`(?:said|says|added|adds|told|tells|explained|argued|warned|noted|wrote|writes|announced|stressed|insisted|recalled|admitted|joked|replied|continued|concluded|asked|thinks?|believes?|agreed|acknowledged)`;
/** After the name of a family: “the Lindqvist family”. */
export const FAMILY_BEHIND =
  /^ family(?![\p{L}’'-]| (?:\p{Lu}|foundation|trust|business|firm|company|home|office|fund|fortune))/u;
/** The name of a place that has a government, or of a family: both may give. */
export const BODY_NAME = /^(?:State|City|County|Town|Province|Republic|Kingdom|Government) of | family$/u;
/** Before the name of a person who is told to be one: “the man in question is”. */
export const IS_PERSON_BEFORE =
  /(?<![\p{L}])(?:man|woman|person|people|boy|girl|figure|culprit|winner|heroine?)(?: (?:[\p{Ll}’'-]+ ){0,4}| )(?:is|was|are|were) $|(?<![\p{L}])(?:estate|widow|widower|son|daughter|brother|sister|wife|husband|mother|father|memory|death) of (?:the late )?$/iu;
/** What only a person does, right after the name. */
export const LIVES_AFTER =
  /^(?:, \d{1,3},|['’]s (?:(?:late|elder|younger|eldest|youngest|only|first|second) )?(?:son|daughter|wife|husband|mother|father|brother|sister|childhood|widow)(?![\p{L}])| (?:was born|died|dies|grew up|married|is survived|laughs|laughed|smiles|smiled|shrugs|shrugged|sighed|studied|wept|grinned|nodded|retired|emigrated)(?![\p{L}])|, of \p{Lu}[^,;.]{2,30}, (?:died|was born|who)(?![\p{L}])|, whose (?:family|father|mother|wife|husband|son|daughter|own) |, who (?:was born|died|grew up|lives|turns|turned) )/u;
/** An aside and a verb of saying, after the name of a person: “Jane Roe, back from a walk, warned”. */
export const SAYS_AFTER_ASIDE = new RegExp(String.raw`^, [^,;.“”"]{2,90}, ${SAYS}\b`, "u");
/** Before and behind the name of a list’s item: “2. Jane Roe, $3 million”. */
export const ITEM_BEFORE = /(?:^|\n)\s*(?:No\.? )?\d{1,3}[.):]\s$/u;
export const ITEM_BEHIND = /^(?:,|:| [-–—]) (?:[A-Z]{0,3}[$£€¥]|[A-Z]{0,3}\s?\d)/u;

export const SAYS_AFTER = new RegExp(String.raw`^,? (?:also |then |later |has |had |once )?${SAYS}\b`, "u");
export const SAYS_BEFORE = new RegExp(String.raw`[,”"’] (?!told|tells|asked)${SAYS} $`, "u");

/** A verb of giving right after the name of a giver. */
export const GIVES_AFTER =
  /^(?:,?|, which) (?:(?:has|have|had|will|would|also|already|jointly|both|each|separately) ){0,3}(?:pledged?|donated?|gave|given|give|committed|contributed?|promised|vowed|set aside|earmarked|put up|chipped in|granted|awarded|provided?|released|sent|send|offered|allocated|is (?:giving|sending|providing|donating|contributing|pledging|committing|offering)|(?:more than )?(?:doubled|tripled|raised|increased|boosted|upped|matched) (?:its|their|his|her) (?:\p{L}+ )?(?:pledge|contribution|donation|gift|commitment|aid|grant))\b/u;
/** Before the name of a place: “the richest man in Manila gave”. */
export const IN_PLACE =
  /(?<![\p{L}])(?:in|at|near|across|around|outside|through|via)(?: \p{Lu}[\p{L}’'-]+,?)*(?: and)? $/u;
/** Behind the name of a giver in a list: “(€5 million)”. */
export const SUM_IN_BRACKETS = /^ \((?:about |some |nearly )?(?:[A-Z]{0,3}[$£€¥]|[A-Z]{3} ?)\d/u;
/** Behind a name, whose relative its bearer is: “, his wife”. */
export const KIN_AFTER =
  /^, (?:his|her|their) (?:\p{L}+ )?(?:wife|husband|widow|widower|mother|father|daughter|son|sister|brother)(?![\p{L}])/u;
/** After the name of a person: “, who teaches”. */
export const WHO_AFTER = /^, who /u;
/** Before a region, the place in it. */
export const PLACE_BEFORE = /(?<![\p{L}])(?:in|at|near|from|of) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?, $/u;
/** Before a full name, that of the other of a couple: “Jane and John Roe”. */
export const COUPLE_BEFORE = /(?<![\p{L}])\p{Lu}[\p{L}’'-]+ and $/u;
/** What an organization has, after its name and “’s”. */
export const OWNS_AFTER =
  /^['’]s? (?:[$£€¥A-Z\d.,]+ ?(?:million|billion|thousand|m|bn)? (?:cash )?(?:donation|gift|pledge|grant)|founder|chief|chairman|chair|director|head|board|spokes|pledge|donation|gift|grant|contribution|commitment|shares|revenue|profit|employees|staff|customers)/u;
/** Tells whether capitals are a word, and the name of nobody. */
export const isKnownAcronym = (name: string): boolean =>
  /^(?:CEO|CFO|COO|UK|US|USA|EU|UN|GDP|TV|NGOs?|AI|IT|PR|HR|VAT|GMT|BST|AM|PM|AIDS|HIV|COVID|DNA|II|III|IV|VI|OK|PhD|MP|MPs|Q|A|USD|EUR|GBP|HKD|RMB|CNY|INR|CHF|JPY|KRW|SEK|NOK|DKK|CAD|AUD|NZD|SGD|TWD|ZAR|BRL|MXN|PLN|CZK|HUF|TRY|AED|SAR|IPO|R|VIP|URL|PDF|FAQ)$/.test(
    name,
  );
