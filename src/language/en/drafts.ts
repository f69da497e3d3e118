/** English words for drafts of records. */
import type { DraftGrammar } from "../draft-grammar.ts";
import { englishDefinitions } from "./definitions.ts";

const ROLE_NOUNS =
  "president|vice[- ]president|prime minister|premier|ministers?|chancellor|secretary(?:[- ]general)?|governor|mayor|senator|congress(?:man|woman)|representative|ambassador|commissioner|lawmaker|legislator|councill?or|mp|king|queen|prince(?:ss)?|" +
  "chief executive(?: officer)?|chief \\p{L}+(?: \\p{L}+)? officer|ceo|cfo|coo|cto|chair(?:man|woman|person)?|(?:managing |executive |deputy |artistic |programme |program )?director|head|boss|manager|partner|treasurer|trustee|co-?founder|founder|owner|president-elect|" +
  "professor|lecturer|researcher|research fellow|fellow|scholar|academic|scientist|economist|historian|sociologist|psychologist|biologist|engineer|statistician|analyst|strategist|expert|consultant|advis[eo]r|associate|" +
  "spokes(?:man|woman|person)|representative|organi[sz]er|campaigner|activist|advocate|volunteer|co-?ordinator|leader|chief|" +
  "lawyer|attorney|barrister|solicitor|judge|prosecutor|sheriff|(?:police )?officer|detective|inspector|superintendent|captain|general|colonel|commander|sergeant|" +
  "doctor|physician|surgeon|nurse|midwife|paramedic|teacher|headteacher|head ?master|head ?mistress|rancher|principal|dean|rector|provost|librarian|curator|archivist|conservator|" +
  "author|writer|novelist|poet|essayist|journalist|reporter|editor|columnist|correspondent|photographer|film-?maker|actor|actress|singer|musician|composer|conductor|artist|architect|designer|producer|" +
  "entrepreneur|billionaire|millionaire|tycoon|magnate|philanthropist|investor|businessman|businesswoman|banker|financier|heir(?:ess)?|industrialist|benefactor|donor|" +
  "painter|sculptor|illustrator|cartoonist|violinist|organist|bursar|registrar|chaplain|deacon|monk|nun|abbot|abbess|alumn(?:us|a)|envoy|consul|alderman|deputy|trader|merchant|restaurateur|hotelier|jewell?er|tailor|blacksmith|auctioneer|developer|programmer|caretaker|janitor|porter|welder|bricklayer|tutor|governess|ward sister|social worker|seamstress|hairdresser|barber|postman|postwoman|firefighter|soldier|sailor|farmer|fisherman|shopkeeper|baker|driver|carpenter|builder|resident|villager|student|pensioner|priest|bishop|archbishop|pope|rabbi|imam|vicar|pastor|reverend|coach|player|captain|midfielder|striker|champion|swimmer|runner|" +
  "star|presenter|host|comedian|chef|cook|broadcaster|pilot|astronaut|explorer|dancer|director-general|lyricist|playwright|naturalist|\\p{L}{3,}(?:ologist|ographer|ician|icist|iatrist|grapher)|veteran|survivor|apprentice|trainee|clerk|guide|keeper|warden|ranger|mechanic|electrician|plumber|butcher|gardener|miner|weaver|potter|printer|publisher|landlord|landlady|grandson|granddaughter|grandfather|grandmother|nephew|niece|uncle|aunt|cousin|neighbou?r|colleague|friend|assistant|predecessor|successor|widow(?:er)?|wife|husband|daughter|son|sister|brother|mother|father";

const ORGANIZATION_NOUNS =
  "company|firm|group|giant|conglomerate|manufacturer|maker|retailer|chain|platform|marketplace|start-?up|bank|lender|insurer|broker|brewer|brewery|miner|carmaker|automaker|airline|operator|supplier|developer|publisher|broadcaster|newspaper|(?:news )?outlet|magazine|news agency|charity|foundation|trust|fund|non-?profit|ngo|organi[sz]ation|association|institute|university|college|school|hospital|museum|gallery|library|theatre|theater|orchestra|church|council|ministry|agency|department|authority|regulator|watchdog|committee|commission|union|federation|alliance|coalition|network|party|club|think[- ]tank|consultancy|laboratory|co-?operative|utility|corporation|business|brand|supermarket|institution|family|body";

const INSTITUTIONS =
  "Foundation|Fund|Bank|University|Universit\\p{L}+|College|School|Academy|Institute|Institution|Council|Ministry|Department|Bureau|Office|Agency|Authority|Administration|Commission|Committee|Association|Society|Union|Federation|Confederation|Alliance|Coalition|Network|Trust|Trustees|Group|Holdings?|Inc|Ltd|Limited|LLC|PLC|Plc|Corp|Corporation|Co|Company|Companies|Partners|Capital|Ventures|Industries|Technologies|Technology|Systems|Motors?|Energy|Electric|Pharma\\p{L}*|Labs?|Laborator(?:y|ies)|Media|Studios?|Pictures|Records|Press|News|Times|Post|Journal|Tribune|Herald|Gazette|Guardian|Daily|Review|Broadcasting|Radio|Television|Airlines?|Airways|Railways?|Hospital|Clinic|Infirmary|Museum|Gallery|Library|Theatre|Theater|Opera|Orchestra|Church|Cathedral|Mosque|Parliament|Senate|Congress|Party|Police|Court|Cent(?:er|re)|Club|League|Service|Services|Organi[sz]ation|Initiative|Programme|Program|Project|Board|Cross|Crescent|Relief|Charity|Charities|Aid|Stores|Supermarkets?|Foods?|Breweries|Brewery|Brewing|Metals|Textiles|Chemicals|Optics|Electronics|Aerospace|Mills|Farms|Markets|Properties|Estates|Insurance|Financial|Logistics|Shipping|Mining|Steel|Oil|Gas|Water|Pharmacy|Software|Robotics|Semiconductor\\p{L}*|Solutions|International|Worldwide|Watch|Consulting|Consultancy|Associates|Brothers|Bros|Sons|Sisters|Rovers|United|FC|Co-op|Cooperative|Parish|Borough|Works|Lines?|Forum|Assembly|Hotels?|Resorts?|Games|Mutual|Savings";

export const englishDrafts: DraftGrammar = {
  isUnspaced: false,
  naming: {
    courtesy: String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|the Rt Hon|Rt Hon|the Rt Rev|Rt Rev|the Rev|the Very Rev|Sir|Dame|Lord|Lady|Baroness|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Justice)\b\.?`,
    roleNouns: ROLE_NOUNS,
    organizationNouns: ORGANIZATION_NOUNS,
    institutions: INSTITUTIONS,
  },
  giving: {
    gives: String.raw`pledg(?:e|es|ed|ing)|donat(?:e|es|ed|ing)|g(?:ive|ives|ave|iven|iving)|gift(?:ed|ing)|commit(?:s|ted|ting)?|contribut(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|bequeath(?:s|ed|ing)?|endow(?:s|ed|ing)?|grant(?:ed|ing)|award(?:s|ed|ing)?|set(?:s|ting)? aside|earmark(?:s|ed|ing)?|allocat(?:e|es|ed|ing)|chip(?:s|ped|ping)? in|put(?:s|ting)? up|hand(?:s|ed|ing)? (?:over|out)|pour(?:s|ed|ing)?(?: in(?:to)?)?|sent|send(?:s|ing)?|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|distribut(?:e|es|ed|ing)|fund(?:ed|ing)?|match(?:es|ed|ing)?|add(?:s|ed|ing)?|releas(?:e|es|ed|ing)|left|top(?:s|ped|ping)? up|transfer(?:s|red|ring)?(?=[^;]{0,80} to (?:[\p{L}’'-]+ ){0,5}(?:foundation|charity|charities|trust|museum|university|hospital)s?(?![\p{L}]))`,
    gifts:
      "che(?:que|ck)s?(?= (?:for|of) )|donations?|gifts?|pledges?|contributions?|grants?|endowments?|bequests?|commitments?|legac(?:y|ies)",
    others: String.raw`pric(?:e|es|ed)|cost(?:s|ing)?|rais(?:e|es|ed|ing)|fundrais\p{L}+|appeal(?:s|ed|ing)?|sought|seek(?:s|ing)?|ask(?:s|ed|ing)? for|need(?:s|ed|ing)?|with(?:held|hold|holds|holding)|revenues?|sales|sold|sell(?:s|ing)?|turnover|profits?|loss(?:es)?|lost|assets|income|earn(?:s|ed|ing|ings)?|salar(?:y|ies)|wages?|rents?|fin(?:e|es|ed)|penalt(?:y|ies)|tax(?:es|ed)?|debts?|loans?|lent|lend(?:s|ing)?|borrow(?:s|ed|ing)?|ow(?:e|es|ed|ing)|budgets?|bought|buy(?:s|ing)?|purchas(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|invest(?:s|ed|ing|ments?)?|spend(?:s|ing)?|spent|pa(?:y|ys|id|ying)|charg(?:e|es|ed|ing)|damages?|sav(?:e|es|ed|ings?)|valu(?:e|es|ed|ation)|capitali[sz]ation|fortune|wealth|market|econom(?:y|ic)|deficits?|surplus(?:es)?|target(?:s|ed)?|fell|ris(?:e|es|ing)|rose|grew|grow(?:s|n|ing)?|dropp?(?:s|ed)?|estimat(?:e|es|ed)|settl(?:e|ed|ement)|claim(?:s|ed)?|insur(?:ed|ance)|fees?|expenditure|spending|collect(?:s|ed|ing)?|cut(?:s|ting)?|stole|stolen|embezzl\p{L}+|wast(?:e|ed)|net worth|bill|threshold|allowance|average|household|won|prize`,
    worth: "worth|valued at",
    unreal: String.raw`(?:not|never|n['’]t|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|den(?:y|ies|ied)|without|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|encourag(?:e|es|ed)|want(?:s|ed)?|hop(?:e|es|ed|ing)|should|could|might|if|whether|rather than|instead of|demand(?:s|ed|ing)?|rumou?r(?:s|ed)?|exempt\p{L}*|anyone who|those who|people who)`,
    supposed: String.raw`^[“"]?(?:Had|Were)\s`,
    receives: String.raw`receiv(?:e|es|ed|ing)|accept(?:s|ed|ing)?|got|secured?|benefit(?:s|ed) from`,
    founds: String.raw`launch(?:es|ed|ing)?|set(?:s|ting)? up|establish(?:es|ed|ing)?|creat(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?`,
    unstated: String.raw`(?:an?|some|the) (?:as yet |as-yet |so far )?(?:undisclosed|unspecified|undisclosed|unnamed|unknown|confidential) (?:sum|amount|donation|gift)|(?:(?:financial )?(?:support|aid|assistance)|money|cash|funds|food|tents|blankets|clothes|clothing|medicines?|medical supplies|masks|supplies|equipment|water|books|computers|vaccines|beds|shelters?|land|paintings|generators|toys|rice|flour|meals|ambulances?)(?:(?:,? and |, )(?:[\p{Ll}-]+ ){0,2}[\p{Ll}-]+){0,3}`,
    each: "each|apiece|respectively|separately|individually",
  },
  defining: englishDefinitions,
  datelines: String.raw`(?:[Bb]y (?:our |staff |\p{Lu}\p{Ll}+ \p{Lu})|(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Pp]hoto|[Ii]mage|[Pp]icture|[Ss]ource)(?::| on | by | via )|Correction|Please enter)[^.]*$`,
};
