/** English words and patterns by which drafts are found: what stands around givers, sums, names, roles and words in marks. */

/** Somebody whom the text does not name gave: “an anonymous donor”. */
export const UNNAMED_GIVER =
  /^\s*(?:and )?(?:an?|one|two|three|some|several|many|other) (?:[\p{Ll}-]+ ){0,3}?(?:donor|giver|benefactor|man|woman|person|family|couple|firm|company|resident|supporter|reader|well-wisher|member|philanthropist|group|other)s?\s/u;

/** Where a clause begins that has a subject of its own. */
export const GIVER_CLAUSE_EDGE =
  /[;；—–“”]|, and(?= (?:an?|one|two|three|several) )|, and(?= (?!also|then|has|have|will|is|was)\S+ (?:[\p{L}’'-]+ ){0,4}\p{Lu})|,? (?:but|while|whereas|because|although|though|when|after|before|if|as|since|where)(?= )|(?:,? (?:said|says|announced|confirmed|told [\p{L} ]{1,30}|added))(?: on \p{L}+| \p{L}+day)?(?: that)?(?= )| that(?= )|[，：:]/gu;

/** A clause that begins with “who” or “which”. */
export const RELATIVE_CLAUSE =
  /,? (?:who|which)(?: (?:has|have|had|is|was|will|would|also|already|last|this|earlier|in|on)\b[^,]{0,30})? ?$/iu;

/** What may stand between the start of a clause and its subject. */
export const OPENS_GIVER =
  /^\s*(?:(?:the|an?|its|their|fellow|rival) )?(?:(?!(?:of|for|to|in|at|from|with|by|on|as|like) )[\p{Ll}’'-]+ ){0,4}$/u;

/** “Its members”: who is not named, but by whom they belong to. */
export const OWN_GROUP =
  /^[\s,]?(?:its|their|his|her) (?:[\p{Ll}-]+ ){0,2}?(?:members|customers|clients|staff|employees|workers|shareholders|supporters|readers|viewers|donors|founders|users|alumni|graduates|partners|trustees|students|pupils|parents|fans|followers|friends|families|colleagues|children|suppliers|patients)(?![\p{L}])/iu;

/** “His company”: what is a person’s own. */
export const OWN_OF_PERSON = /^(?:his|her) /iu;

/** Before “giving” in “charitable giving”, which is no verb. */
export const GIVING_NOUN_BEFORE =
  /(?:charitable|philanthropic|corporate|total|annual|online|of|his|her|their|its|['’]s) $/iu;

/** Verbs of spending. */
export const SPENDS = /^(?:spend|spent|pay|paid|cover)/iu;

/** Before “pledge” or “gift”, where it is a noun. */
export const GIFT_ARTICLE =
  /(?<![\p{L}])(?:the|an?|its|their|his|her|this|that|another|new|separate)(?: (?:new|further|initial|planned|proposed|one-off|separate|special))?(?: (?:more than|about|around|nearly|almost|over|some))? $/iu;

/** “the $40m project”: what has a noun of its own behind it is no sum that is given. */
export const GIFT_NOUN_BEHIND =
  /^(?:-[\p{L}]+)*\s(?!(?:to|for|and|or|in|of|from|by|after|on|at|a|per|over|each|with|will|would|that|which|is|was|as|donated|given|pledged|towards?|into|it|he|she|they|this|last|next|annually|yearly|more|worth|between|through|via|during|who|but|because|so|if|when|while|since|under|until|against|before|within)(?![\p{L}]))[\p{Ll}-]+/u;

/** Behind a sum, the fund that it is. */
export const FUND_BEHIND =
  /^(?:-[\p{L}]+)*(?: [\p{L}-]+){0,3}? (?:fund|package|programme|program|scheme|initiative|scholarships?|bursar(?:y|ies)|foundation|facility)(?![\p{L}])/iu;

/** Behind a sum that is the subject of another verb: “$20 million will fund …”. */
export const DOES_BEHIND = /^ (?:will|would|is to|are to) (?!be |come |also be )\p{Ll}+/u;

/** Before a sum that begins its clause. */
export const OPENS_CLAUSE =
  /(?:^|[,;:] |(?<![\p{L}])(?:and|of which) )(?:the |an? )?(?:(?:remaining|rest|other|another|further|additional|last|first|final),? )?$/iu;

/** Before a sum of which only a part is told of: “less than half of the $7.1 billion”. */
export const WHOLE_BEFORE =
  /(?<![\p{L}])(?:half|thirds?|quarters?|parts?|fractions?|percent|per cent|%|shares?|most|much|some|none|bulk|rest) of (?:the|its|their|his|her|that|a) $/iu;

/** Behind a sum that somebody wants: “that the charity had asked for”. */
export const WANTED_BEHIND =
  /^,? (?:that |which )?(?:\p{L}[\p{L}’'-]* ){1,6}?(?:ask(?:s|ed|ing)? for|sought|seeks|needs?|needed|wants?|wanted|hope[sd]? for|hoped to|appealed for|requested|target(?:ed)?)(?![\p{L}])/u;

/** Behind a sum, that it is wanted. */
export const WANTED_SUM =
  /^ (?:(?:still|that was|that is) )?(?:needed|required|sought|wanted|missing)(?![\p{L}])/u;

/** Who gives too, before a list of names with their sums: “is joined by A ($5 million) and B ($3 million)”. */
export const JOINED_BY =
  /(?<![\p{L}])(?:joined|followed|matched|backed)(?= by (?:[^.;]{0,200}[)] ?,? ?(?:and )?)?(?:[\p{Ll}’'-]+ ){0,3}$)/u;

/** “doubled its contribution, to …”: what is given now. */
export const RAISED_GIFT =
  /(?:doubl|tripl|quadrupl|rais|increas|lift|boost|bump|up)(?:ed|es|ing|ped|ping|s)? (?:its|his|her|their|the) (?:[\p{L}-]+ ){0,3}\p{L}+,? (?:from [^,;]{2,30} )?to (?:about |around |nearly |almost |more than |some )?$/iu;

/** Between a verb of giving and a sum of another clause. */
export const NEXT_CLAUSE =
  /, (?:when|while|after|before|because|although|though|where) (?!more |less |fewer )/u;

/** Before a name, a pronoun that gave together with it: “he and the distiller NAME”. */
export const PRONOUN_AND =
  /(?:^|[\s,])(?<word>he|she|it) and (?:(?:the|his|her|its|an?) )?(?:[\p{Ll}’'-]+,? ){0,4}$/iu;

/** Between a sum and the verb of who gave it: “the $25 million that NAME gave”. */
export const THAT_GAVE = /^ (?:that|which) [^;.]{2,100} $/iu;

/** A relative who is named by whose relative he is: “his daughter, the cellist NAME”. */
export const KIN_BEFORE =
  /(?<![\p{L}])(?:his|her|their|[\p{L}]+['’]s) (?:(?:late|former|elder|older|younger|eldest|youngest|second|first|only|twin|ex-) ?)*(?<kin>wife|husband|son|daughter|brother|sister|mother|father|widow|widower|nephew|niece|cousin|uncle|aunt|grandson|granddaughter|partner)(?:,? (?:the |an? )?(?:[\p{Ll}-]+ ){0,4}|, )$/iu;

/** Behind a sum that is set aside for what somebody owes. */
export const OWED_BEHIND =
  /^ (?:for|to (?:cover|pay|settle|meet|compensate)) (?:(?:possible|potential|future|its|their|the|any|such|legal|customer|insurance) ){0,2}(?:claims?|compensation|damages|loss(?:es)?|fines?|penalt(?:y|ies)|settlements?|refunds?|redundanc(?:y|ies)|debts?|tax(?:es)?|lawsuits?|litigation|bad loans|legal costs|victims’ claims)(?![\p{L}])/iu;

/** Between an organization and “it”, where it speaks of itself: “Acme, an insurer, said it …”. */
export const SAID_OF_ITSELF =
  /^(?:, [^,;]{2,60},)? (?:has |had |also )?(?:said|says|announced|confirmed|promised|pledged|added|hopes?|plans?)(?: on \p{Lu}\p{Ll}+| \p{Lu}\p{Ll}+day)?(?: that)? ?$/u;

/** Before “it”: a noun that spoke, “the government said”. */
export const SAID_BEFORE =
  /(?:^|[\s,])(?:the|an?|its|their) (?:[\p{L}-]+ ){1,4}?(?:has |had |also )?(?:said|says|announced|confirmed|promised|pledged|added)(?: on \p{Lu}\p{Ll}+| \p{Lu}\p{Ll}+day)?(?: that)? ?$/u;

/** A word that is what somebody is, by its end, before a given name: “Evacuee Luis Roe”. */
export const ROLE_ENDING = /^\p{Lu}\p{Ll}{2,}(?:ee|er|or|ist|man|woman|ian|ant|ent|wright|smith)$/u;

/** Behind a name, a pronoun that is of its bearer: “Jane Roe, 22, said she was …”. */
export const TOLD_OF_SELF =
  /^(?:\p{Lu}[\p{L}’'-]*\.?(?: |(?=,)))+(?:, [^,;.“”"]{1,60}, )?(?:said|says|added|adds|warned|hopes|hoped|thinks|believes)(?: that)? (?<word>he|she) /u;

/** Behind a name, whom its bearer has or is seen with: “Jane Roe and her son”, “John Doe, with his wife”. */
export const OWN_COMPANY =
  /^,? (?:and|with|together with|along with|joined by|accompanied by) (?<word>his|her) (?:[\p{L}-]+ )?\p{L}/u;

/** Before words in marks, that they say what something is taken to mean: “defines open giving as “…””. */
export const DEFINES_BEFORE = /(?<![\p{L}])defin(?:e|es|ed|ing) [^.;!?]{1,60} (?:as|to mean) $/iu;

/** Around a sum that goes on with a gift told of before: “the remaining $6 million comes from NAME”. */
export const REMAINDER_BEFORE = /(?<![\p{L}])(?:remaining|rest of|balance of|other) $/iu;
export const COMES_FROM = /^,? (?:comes|came|is coming|will come|is|was) from (?=(?:the )?\p{Lu})/u;

/** “called the idea “a …””: words by which something is judged, not its name. */
export const CALLS_BEFORE =
  /(?<![\p{L}])call(?:s|ed|ing)? (?:it|this|that|them|(?:the|his|her|its|their) (?:[\p{L}-]+ )?[\p{L}-]+) $/iu;

/** Before a verb whose subject somebody owns: “whose family trust has”. */
export const WHOSE_BEFORE =
  /(?<![\p{L}])whose (?:[\p{L}’'-]+ ){1,4}?(?:(?:has|have|had|would|will|also|already) ){0,3}$/iu;

/** Between “match” and the sum with which somebody does: “match the gift with up to …”. */
export const MATCHED_WITH =
  /^[^,;.]{0,60} (?:with (?:up to |as much as |another |a further |at least )*|up to |to a (?:maximum|ceiling|limit) of )$/iu;

/** Between a noun of giving and its sum: “a gift of”, “pledges totalling”; in Chinese hardly anything. */
export const STATES_SUM =
  /^(?:[^,;]{0,60} of| for| worth| totall?ing| amounting to|(?: (?:have|has|had))?(?: (?:now|already|so far))? (?:reached|totall?ed|topped|passed|exceeded|came to|amount(?:ed)? to|stand at|stood at)|:)(?: [\p{L}-]+){0,3} ?$|^[^，。；\p{Script=Latin}]{0,8}$/u;

/** Before a name that is no subject. */
export const PREPOSITION_BEFORE =
  /(?<![\p{L}])(?:of|for|to|in|at|from|with|by|against|on|about|under|over|between|like|after|before|near|than|into|towards?|including|alongside|behind|via|among|across|through|without|versus|(?<!such )as)(?: (?:the|a|an|its|his|her|their|former|late))?(?: (?!(?:is|was|are|were|has|had|have)(?![\p{L}]))[\p{L}’'-]+){0,3}? $/iu;

/** Before a name that is no subject, or one of several. */
export const JOINED_PREPOSITION_BEFORE =
  /(?<![\p{L}])(?:of|for|to|in|at|from|with|by|against|on|about|under|over|between|like|after|before|near|than|into|towards?|including|alongside|behind|via|among|across|through|without|versus|(?<!such )as|and|or)(?: (?:the|a|an|its|his|her|their|former|late|fellow))? $/iu;

/** Before whoever did what is told in the passive. */
export const DOER_BEFORE =
  /(?<![\p{L}])(?:by|from|to|joined by|followed by)(?: (?:the|a|an|former|fellow))?(?: [\p{Ll}’'-]+){0,4}(?: \p{Lu}[\p{L}’'-]+){0,2} $/u;

/** A phrase of place or time that opens a sentence, right before the subject: “At the bus stop NAME”. */
export const PLACE_OPENS =
  /^(?:At|In|On|By|From|Outside|Inside|Near|Behind|Across|Under|After|Before|During) (?:the|a|an|his|her|their|its) (?:[\p{Ll}’'-]+ ){1,3}$/u;

/** Before a role, where its words begin. */
export const ROLE_STARTS =
  /^(?:.*\b(?:said|says|wrote|writes|argued|argues|added|adds|asked|asks|recalled|recalls|explained|explains|noted|notes|warned|warns|by|to|of|from|with|and|told|as|when|that|which|is|was|for|in|at|on|after|including|like|but|where|if|because|while|than|into|among|between|against|, )\s|.*\s(?=(?:his|her|their)\s))?(?:(?:the|an?|its|their|his|her|our|another|fellow)\s)?\s?/iu;

/** Words that go on with a role: “of”, “for”. */
export const ROLE_LINKS = /\b(?:of|for|at|in|with)\b/;

/** Nouns for people and companies alike. */
export const MAKERS =
  /(?<![\p{L}])(?:brewer|miner|maker|developer|publisher|insurer|broker|lender|supplier|operator|owner|sponsor|donor|investor|partner|printer)$/iu;

/** An aside after a name, or what follows “is” or “was”; it ends before a verb. */
export const ROLE_AFTER_NAME =
  /^(?:,\s(?:who\s(?:is|was|serves\sas|works\sas)\s|now\s|then\s|(?:aged\s)?\d{1,3},\s)?|\s(?:is|was|serves\sas|became|has\sbeen\sappointed(?:\sas)?)\s)(?<article>(?:the|an?|its|their|his|her|our)\s)?(?<words>[^,;.“”"()\n—–]{2,140})(?<rest>[,;.“”"()\n—–]?)/u;

/** Behind a role, the verb that ends it. */
export const VERB_AFTER_ROLE =
  /\s(?:said|says|told|tells|who|which|that|has|have|had|will|would|was|were|is|are|added|announced|pledged|donated|gave|wrote|argued|warned|explained)\b.*$/u;

/** “a word for it: “…””. */
export const NAMES_WORD = /(?<![\p{L}])(?:word|term|name|phrase|expression|slogan|motto)s?(?![\p{L}])/iu;

/** He or she does something, as the last that a sentence tells before a quotation: “Asked …, she laughed.” */
export const ACTING_PRONOUN =
  /(?:^|, )(?<word>he|she) (?:\p{L}+ly )?(?:\p{L}+ed|grinned|paused|shook|thought|took|sighed|stood|sat|smiles?|laughs?|shrugs?|pauses?|nods?)(?: [\p{L}’'-]+){0,8}[.]?$/iu;

/** Before words by which something is described. */
export const DESCRIBES_BEFORE =
  /(?<![\p{L}])(?:as|was|were|is|are|been|be|called|calling|branded|dismissed|described|labell?ed|condemned|praised|hailed|deemed|denounced|slammed|blasted|considered|felt|feels?|looks?|looked|seems?|sounds?)(?: [\p{L}’'-]+){0,5} $/iu;

/** Behind words that somebody wrote: “the statement read”; and the sentence that says by whom it is. */
export const STATEMENT_READS =
  /^,? (?:the|that|his|her|its|their) (?:\p{L}+ )?(?:statement|letter|release|post) (?:read|reads|said|says|added|adds|continued|concluded|went on)(?![\p{L}])/iu;
export const IN_STATEMENT =
  /(?<![\p{L}])(?:in|issued|released|published) an? (?:\p{L}+ ){0,2}(?:statement|letter|release|post)(?![\p{L}])/iu;
export const OPENING_PRONOUN = /^(?:he|she)(?![\p{L}])/iu;
