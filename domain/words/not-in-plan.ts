/**
 * Words of what a plan never says: diagnoses and medicine (reports stand nowhere: `reports.ts`). The plan lies in two
 * homes and five files; who needs to know has it in their own. It only asks, once, so it may be wrong in both
 * directions: counted in `test/domain/not-in-plan.test.ts`.
 */
import { normalized } from './characters.ts';

export type NotInPlan = 'DIAGNOSIS' | 'MEDICINE';

/** How the words begin, in small letters. */
const BEGIN: Record<NotInPlan, readonly string[]> = {
  DIAGNOSIS: split(`
    adhd autis asperger tourette ptsd depressi deprimer bipolär schizofreni psykosen psykotisk borderline anorexi bulimi
    ätstörning ångestsyndrom tvångssyndrom trotssyndrom utvecklingsstörning språkstörning dyslexi dyskalkyli diagnos
    schizophreni psychosis psychotic bipolar dyslexia
  `),
  MEDICINE: split(`
    concerta ritalin medikinet metylfenidat methylphenidat equasym elvanse lisdexamfetamin attentin dexamfetamin strattera
    atomoxetin intuniv guanfacin fluoxetin sertralin zoloft citalopram escitalopram cipralex venlafaxin mirtazapin
    anafranil klomipramin melatonin circadin propavan theralen alimemazin atarax hydroxizin lergigan prometazin risperdal
    risperidon abilify aripiprazol olanzapin zyprexa seroquel quetiapin ketiapin litium lamotrigin valproat ergenyl
    orfiril oxascand oxazepam stesolid diazepam imovane zopiklon medicinering läkemedel
  `),
};

/** Whole words: what begins like them says something else ("medicinsk", "psykosocial", "obs"). */
const WHOLE: Record<NotInPlan, ReadonlySet<string>> = {
  DIAGNOSIS: new Set(split('add ocd odd gad psykos')),
  MEDICINE: new Set(split('medicin medicinen mediciner medicinerna medicine medication')),
};

/** "F90.0", "F32": codes of the classification of diseases. "F" and a small number is a room or a level. */
const CODE = /(?<![\p{L}\d])(?:[A-Z]\d\d\.\d{1,2}|F[2-9]\d)(?![\p{L}\d])/u;
const DOSE = /\d ?(?:mg|milligram)(?!\p{L})/iu;
const WORD = /[\p{L}\d]+/gu;

function split(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** The first kind that the text has a word of. */
export function notInPlan(typed: string): NotInPlan | null {
  const text = normalized(typed, 'NFC');
  for (const [found] of text.matchAll(WORD)) {
    const kind = kindOf(found);
    if (kind) return kind;
  }
  if (CODE.test(text)) return 'DIAGNOSIS';
  return DOSE.test(text) ? 'MEDICINE' : null;
}

const KINDS: readonly NotInPlan[] = ['DIAGNOSIS', 'MEDICINE'];

function kindOf(found: string): NotInPlan | undefined {
  const word = found.toLowerCase();
  // "add" and "odd" are English words, ADD and ODD are not.
  const isAbbreviation = found === found.toUpperCase();
  return KINDS.find(
    (kind) =>
      BEGIN[kind].some((begin) => word.startsWith(begin)) ||
      (WHOLE[kind].has(word) && (isAbbreviation || word.length > 3)),
  );
}
