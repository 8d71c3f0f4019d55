//! The words for kinds of things: lake, nor, 淖尔. Tables only; `generics.rs` finds them in names.

/// What a generic term says that the thing is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Class {
    Pass,
    Mountain,
    Range,
    Lake,
    River,
    Spring,
    Source,
    Mouth,
    Cairn,
    Post,
    Town,
    Temple,
    Land,
    End,
    /// A bank, a coast, a cape: land by a water, called after it.
    Shore,
}

/// The terms of a class in one script, words apart.
pub(super) struct Row {
    pub class: Class,
    /// May stand before the name as words of their own: озеро Зайсан.
    pub first: &'static str,
    /// May stand after it as words of their own: Zaisan lake.
    pub last: &'static str,
    /// May be grown together with its end: Saissansee, Хабарасу.
    pub grown: &'static str,
}

/// Chinese terms stand at the end and are never apart.
pub(super) const HAN: &[(Class, &str)] = &[
    (Class::Pass, "达巴哈 达巴罕 达坂 达板 大坂 达坝 大坝 坝 山口 山豁 隘 隘口 口 关 门 峡"),
    (Class::Mountain, "鄂拉 额拉 乌拉 敖拉 山峰 雪山 冰山 小山 大山 山 峰 岛 套 陶 雪峰 高峰 主峰 山地 丘"),
    (Class::Range, "山脉 山岭 大岭 岭 之顶 山系 岭山"),
    (Class::Lake, "淖尔湖 淖尔 诺尔 脑儿 库尔 库勒 海子 大泊 泊 湖 池 海 水库 泽"),
    (Class::River, "果勒 郭勒 高勒 河 江 水 川 大河 小河 支流 沟"),
    (Class::Spring, "布拉克 泉 泉水"),
    (Class::Source, "河源 江源 源头 上游 源"),
    (Class::Mouth, "河口 江口 河口处"),
    (Class::Cairn, "鄂博 敖包 牌博 界牌 界碑 界桩 石堆"),
    (Class::Post, "卡伦 卡座 台站 哨所 卡 边卡 哨卡 军台 营 堡 站"),
    (Class::Town, "大城 古城 县城 府城 城 镇 屯 村 庄 口岸 市 县 府 厅 老城 新城 州城 要塞 堡子 集 乡 省城 首府"),
    (Class::Temple, "寺庙 寺 庙 喇嘛庙 庙宇"),
    (
        Class::Land,
        "一带 地方 属地 游牧 地区 等处 境 地 汗国 国 部落 部 旗 省 州 草原 高原 盆地 平原 谷地 河谷 谷 游牧地 牧地 之地 地面 边境",
    ),
    (Class::Shore, "河岸 湖岸 岸边 岸 海角 岬"),
    (Class::End, "西边末处 西末处 末处 尽处 西端 末端"),
];

pub(super) const LATIN: &[Row] = &[
    Row {
        class: Class::Pass,
        first: "pass col passe passage porte gate gates tor thor pforte portes pereval perewal übergang ubergang davaan ashu asuy zastava defile gorge schlucht gap saddle sattel",
        last: "pass la gate pforte porte daba dabaga dabagan dabaha dabahan dabakhan daban dawan davan davaa asu assu assou asuy ashuu bel art bergpass gebirgspass ubergang shankou tapaha tapan taban pa ba gates tor thor pforten passe davaany ashuusu asuu asuyi pereval perewal perevala dawini eghizi ashusu defile gap saddle sattel engpass qaqpasy kaqpasy",
        grown: "dabaga dabagan daban dabakhan dabahan dabaha daba dawan davaa pass asu assu assou shankou tor pforte pereval übergang ubergang",
    },
    Row {
        class: Class::Mountain,
        first: "mount mt mountain mountains peak mont montagne berg pik gora hill mts summit sommet cime gipfel berge pic gory sopka montagnes hills bergspitze kuppe",
        last: "mount mountain mountains mt mts peak hill ola oola ula ulo uul tau taou taw tao too tagh tag dagh tauy alin hada berg spitze schneeberg shan schan chan shoky cheku feng ela summit berge bergen gipfel pik pic uula uuls uulyn gora gory tawy taular tagi teghi taghi toosu shyny shyngy choqusu orgil khairkhan hairhan huegel hugel kuppe montagnes",
        grown: "berg alin shan berge gipfel tagh",
    },
    Row {
        class: Class::Range,
        first: "chaine monts massif range gebirge khrebet chrebet hrebet khr bergkette gebirgskette gebirgszug hohenzug mountains",
        last: "range ranges crest ridge chain highlands gebirge gebirgszug gebirgskette gebirgsrucken kette rucken bergkette nuruu zhotasy jotasy shanling shanmai ling dalin daling khrebet chrebet hrebet gebirges gebirg taulary tauları toolor toolory jotası zhotası taghliri nuruuny ridges mountainrange hohenzug shanmo",
        grown: "gebirge gebirgszug kette rucken gebirg bergkette bergzug",
    },
    Row {
        class: Class::Lake,
        first: "lake lac nor noor see ozero oz lakes lagune sees etang",
        last: "lake nor noor nur nuur naoer nuoer omo kul kol koul kool koli see hu chi haizi po naoerh ozero ozera kölü kolu nuurin nuuryn naghur noar nohr sees seen lac",
        grown: "see nor noor nuur kul kol koul naoer koll",
    },
    Row {
        class: Class::River,
        first: "river riviere fleuve fluss strom stream ruisseau reka rechka r riv fl rivieres rios flusschen bach fluß",
        last: "river stream brook creek gol gool su sou ussu usu us oussou fluss strom bach bira ozeni he ho jiang kiang shui darya guole reka rechka rivers fluß flusses stromes ozen ozenı osen suu suw suyi suyu deryasi derya daryasy moron mörön muren murun moren mur mouren chem khem hem goly golyn uso ruisseau kiangho",
        grown: "fluss strom gol he ho fluß bach gool ussu",
    },
    Row {
        class: Class::Spring,
        first: "spring springs source quelle kliuch klyuch rodnik fontaine brunnen",
        last: "spring springs bulak boulak bulaq bulag quelle quellen quan brunnen bulagh bulaghy bulaghi bulaghı bulagiin fontaine well",
        grown: "quelle bulak boulak",
    },
    Row {
        class: Class::Source,
        first: "source sources head heads headwaters quelle quellen upper oberlauf istok istoki verkhovya ursprung quellgebiet origine",
        last: "source sources head heads headwaters quelle quellen heyuan yuan hoyuan shangyou ursprung quellgebiet ekh headstream headwater oberlauf",
        grown: "quelle quellen ursprung",
    },
    Row {
        class: Class::Mouth,
        first: "mouth mouths mundung embouchure bouche bouches ustye uste mundungen ausfluss estuary",
        last: "mouth mundung hekou hokou mouths estuary adag",
        grown: "mundung mundungen",
    },
    Row {
        class: Class::Cairn,
        first: "cairn obo borne steinhaufen steinmal grenzmal grenzzeichen boundary",
        last: "cairn obo oboo ovoo obi steinhaufen ebo aobao borne marker ovo oboe stone steinhugel cairns owoo",
        grown: "obo owoo",
    },
    Row {
        class: Class::Post,
        first: "karun karaul karoul picket post piquet poste guard wachtposten wachposten watch fort outpost station piket karaoul corps avantposte vorposten garde posten grenzposten grenzwache grenzwacht grenzpikett frontier",
        last: "karun karuns karaul karoul kharuul picket post watchhouse piquet poste pikett wachtposten wachposten watchpost outpost guard guardpost guardhouse kalun karoun station garde qarauil karauly qarawul piketa piket posten grenzposten grenzwache vorposten wacht kharuulyn zastava forpost",
        grown: "kalun karun karaul posten wacht piket",
    },
    Row {
        class: Class::Town,
        first: "town city fort fortress village oasis ville stadt festung forteresse bourg dorf gorod selo krepost flecken citadel citadelle station ort stanitsa bazaar",
        last: "town city fort fortress village oasis stadt festung hoton hecen khot khoto hot cheng tcheng tscheng zhen shi fu hsien hien dorf ville kure gorod selo krepost towns citadel khoton khota qalasy kalasy qala kala auyly auyl aiyly shaar shaary shehiri shehri sheher baziri bazar yezisi hotyn stanitsa chow zhou ting hsian khure khüree",
        grown: "stadt cheng fu hsien hien tcheng tscheng fou ting chow",
    },
    Row {
        class: Class::Temple,
        first: "temple tempel monastery lamasery kloster monastere khram pagoda pagode",
        last: "temple tempel monastery miao ssu juktehen lamasery kloster pagode pagoda monastere khiid süm sum tempels",
        grown: "tempel kloster",
    },
    Row {
        class: Class::Land,
        first: "country kingdom empire royaume reich königreich district land region pays territory plain plateau gebiet province hochebene khanate khanat chanat khanates steppe steppes plaine vallee valley val vallée tal thal tals hochland frontier frontiere pastures pasture tribe tribes horde hordes peuple volk people oblast okrug krai kray dolina urochishche nomades lands domaine possessions",
        last: "country kingdom empire reich district land region territory plain plateau hochebene thal tal valley gebiet kreis province area khanate khanat chanat steppe steppes pasture pastures tribe tribes horde people territories possessions oblast oblasty okrug krai kray hochland ebene basin becken nahiyisi wilayiti nutag sumuny sum aimag kuo khoshun banner",
        grown: "thal tal land steppe gebiet ebene becken",
    },
    Row {
        class: Class::Shore,
        first: "bank banks shore coast cape cap kap ufer rive rivage bord cote kuste mys bereg",
        last: "bank banks shore coast cape ufer rive kuste mys bereg",
        grown: "ufer",
    },
    Row {
        class: Class::End,
        first: "end extremity extremite extrémité bout ende endpunkt",
        last: "end extremity ende mochu extremite endpunkt bout tip",
        grown: "",
    },
];

pub(super) const CYRILLIC: &[Row] = &[
    Row {
        class: Class::Pass,
        first: "перевал перевала пер проход ущелье ворота проходъ даба застава седловина",
        last: "перевал проход ворота қақпасы даба дабага дабаган дабан дабахан дабаха даваа даван асу асуы ашу ашуу ашуусу бель арт ущелье седловина давини еғизи давааны қақпа какпасы",
        grown: "дабага дабаган дабан даба даваа асу ашуу",
    },
    Row {
        class: Class::Mountain,
        first: "гора горы г пик сопка белок высота вершина гольцы возвышенность",
        last: "гора горы пик сопка белок ола ула уул уула уулс хан хайрхан тау тауы тоо тоосу таг шыңы чокусу чеку шоқы шань оргил теғи тағ тоолор таудың чоку уулын үүл голец возвышенность вершина",
        grown: "тау тауы",
    },
    Row {
        class: Class::Range,
        first: "хребет хребта хр горы кряж гряда горный",
        last: "хребет хр горы гор кряж нуруу жотасы жоталары жота кырка тоолору таулары сайр шаньлин гряда хребты тауларының тағлири нурууны",
        grown: "",
    },
    Row {
        class: Class::Lake,
        first: "озеро озера озере оз нор озер",
        last: "озеро озера оз нор нур нуур куль кул коль кол көл көлі көлү кӧл ху хол холь омо көли көлдің нуурын",
        grown: "нор нур нуур куль коль көл кол",
    },
    Row {
        class: Class::River,
        first: "река реки реке р речка ручей рѣка реченька рукав приток",
        last: "река речка ручей гол гул мөрөн усу ус су сув суу суусу суы өзен өзені дарыясы дарья хем хэ цзян рукав приток дәряси сүйи дарыя мөрөнд голын мурэн мурен",
        grown: "гол",
    },
    Row {
        class: Class::Spring,
        first: "ключ ключи родник колодец",
        last: "ключ родник булак булаг булағы ключи булаги булағының колодец булиғи",
        grown: "",
    },
    Row {
        class: Class::Source,
        first: "исток истоки верховья верховье вершина вершины начало",
        last: "исток истоки верховья эх хэюань верховье бастауы башы",
        grown: "",
    },
    Row {
        class: Class::Mouth, first: "устье устья", last: "устье адаг сағасы саға құйылысы хэкоу куйганы", grown: ""
    },
    Row {
        class: Class::Cairn,
        first: "обо маяк знак столб курган",
        last: "обо овоо оба маяк столб курган овооны",
        grown: "обо",
    },
    Row {
        class: Class::Post,
        first: "караул пикет пост карул форпост отряд застава калун карун калунь кордон станция",
        last: "караул пикет пост бекет бекеті харуул қарауыл карул форпост отряд застава калунь карун станица кордон станция заставасы",
        grown: "калунь",
    },
    Row {
        class: Class::Town,
        first: "город города г гор крепость станица пост с д пос село селение поселок деревня ст укрепление городок аул местечко улус",
        last: "город хот хото балгас шаар шаары қала қаласы крепость чэн укрепление станица село селение ауылы айылы городок аул местечко шәһири шәһәр базири йезиси хотын поселок",
        grown: "",
    },
    Row {
        class: Class::Temple,
        first: "храм кумирня монастырь пагода дацан",
        last: "храм кумирня сүм хийд монастырь пагода дацан хийдийн",
        grown: "",
    },
    Row {
        class: Class::Land,
        first: "королевство царство империя государство урочище ур край округ область долина страна местность плато плоскогорье ханство владения владение губерния уезд волость степь степи равнина земля земли кочевья кочевье окрестности район провинция племя род роды население народ",
        last: "край округ область урочище долина страна плато плоскогорье нутаг ел жер облысы үстірті өндөрлөг ханство владения владение губерния уезд волость степь равнина земля земли кочевья хандығы хандыгы хант улс аймаг сум наһийиси вилайити дала даласы ауданы провинция район",
        grown: "",
    },
    Row {
        class: Class::Shore,
        first: "берег мыс побережье",
        last: "берег мыс побережье жағасы жағалауы эрэг",
        grown: "",
    },
    Row {
        class: Class::End, first: "оконечность конец", last: "оконечность конец шеті", grown: ""
    },
];

/// Words between a term and a name: mouth *of the* Sumbe, устье *реки* Сумбе.
pub(super) const LATIN_BETWEEN: &str = "of the de la du des le les der die das des den dem von vom river lake riviere fleuve lac fluss flusses sees monts mont";
pub(super) const CYRILLIC_BETWEEN: &str = "реки озера горы хребта города р оз";
