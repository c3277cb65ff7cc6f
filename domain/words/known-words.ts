/** Words with a capital letter inside a sentence that are nobody's name, in small letters. */
const WORDS = `
  västbus vastbus sip elevhälsan habiliteringen hälsokällan socialtjänsten barnkonventionen luci samsa
  måndag tisdag onsdag torsdag fredag lördag söndag monday tuesday wednesday thursday friday saturday sunday
  januari februari mars april maj juni juli augusti september oktober november december january february march may june july august october
  jul påsk påsklov höstlov sportlov jullov midsommar ramadan eid christmas easter
  jag du han hon hen vi ni de dom mig dig min mitt mina din ert er och men att i i'm i'd i'll i've my mum mom dad mummy daddy
  mamma pappa mormor farmor morfar farfar moster faster storasyster lillasyster storebror lillebror förälder vårdnadshavare mother father
  sverige norge danmark finland europa syrien somalia irak iran afghanistan ukraina polen turkiet sweden norway
  swedish english arabic somali finnish persian kurdish ukrainian polish turkish
  teams outlook zoom skype ipad iphone google youtube tiktok snapchat instagram discord netflix minecraft fortnite roblox lego playstation
  kivra inera freja bankid mobilt
  matematik matte svenska svenskan engelska engelskan idrotten slöjden bild musik kemi fysik biologi historia religion geografi teknik franska tyska spanska
  moderna språk hemkunskap samhällskunskap maths
  autism aspergers asperger tourettes tourette downs dyslexi dyskalkyli språkstörning adhd
  bris attention prorenata mini mini-maria minimaria mind friends maskrosbarn rädda barnen röda korset kyrkan polisen unicef
  västtrafik
  schoolsoft vklass unikum infomentor skolplattformen edlevo lifecare procapita treserva viva cosmic melior
  västra götaland götalandsregionen dalsland bohuslän skaraborg sjuhärad väst öst nord syd norra södra östra västra
  göteborg stockholm malmö trollhättan uddevalla vänersborg mellerud åmål bengtsfors färgelanda dals-ed ed lilla edet lysekil munkedal
  orust sotenäs strömstad tanum tjörn stenungsund kungälv ale lerum partille mölndal härryda alingsås borås bollebygd herrljunga mark
  svenljunga tranemo ulricehamn vårgårda essunga falköping grästorp gullspång götene hjo karlsborg lidköping mariestad skara skövde tibro
  tidaholm töreboda vara
`;

const KNOWN: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** "Norra skolan", "Ungdomsmottagningen", "rum Dalbo": places and units. */
const UNIT =
  /(skol(an?|ans|eslöjd)|förskol(an?)|gymnasi(et|um)|vård(en)?|tjänst(en)?|mottagning(en)?|central(en)?|hälsan?|habilitering(en)?|omsorg(en)?|kommun(en)?|enhet(en)?|team(et)?|hus(et)?|klinik(en)?|nämnd(en)?|verket|kassan|förmedling(en)?|region(en)?|sjukhus(et)?|psykiatri(n)?|fritids|gård(en)?|hem(met)?|linje(n)?|rum(met)?|school|clinic|hospital|unit|centre|room)s?$/iu;

/** "Mini Maria", for young people and drugs: the one unit whose second word is a first name. */
export const isNamedUnit = (before: string, word: string): boolean =>
  before.toLowerCase() === 'mini' && /^maria[sn]?$/i.test(word);

export const isUnitWord = (word: string): boolean => UNIT.test(word);

/** Also "BUP", "ADHD-utredning", "Individ-" and "BUP:s". */
export function isKnownWord(word: string): boolean {
  const small = word.toLowerCase();
  return (
    KNOWN.has(small) ||
    KNOWN.has(small.replace(/['’:]?s$/, '')) ||
    isUnitWord(word) ||
    /-$/.test(word) ||
    /^\p{Lu}[\p{Lu}\d]+\b/u.test(word)
  );
}
