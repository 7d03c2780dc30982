/** Who comes: sex and age as the illness and the department have it, insurance by age, home near or far. Shares are assumptions. */
import type { Department, Line } from './hospital.ts';
import type { Random } from './random.ts';

export type Patient = {
  readonly key: string;
  readonly sex: 1 | 2;
  readonly age: number;
  /** Given at age 0 only. */
  readonly ageDays: number | undefined;
  /** Grams; newborns up to 28 days only. */
  readonly birthWeight: number | undefined;
  readonly insurance: '310' | '390' | '510';
  /** Kind of insured person, as the national code list has it: 11 working, 12 retired; 14 child, 15 adult, 16 aged resident. */
  readonly category: string;
  readonly place: 'local' | 'province' | 'remote';
};

export function newPatient(department: Department, line: Line, random: Random): Patient {
  const sex = sexOf(department, line, random);
  const { age, ageDays } = ageOf(line, random);
  return {
    key: keyOf(random),
    sex,
    age,
    ageDays,
    birthWeight: ageDays !== undefined && ageDays <= 28 ? birthWeightOf(line, random) : undefined,
    ...insuranceOf({ age, mother: line.recipe.mdc === 'MDCO' }, random),
    place: placeOf(random),
  };
}

/** Whether somebody who was here before can be the patient of this line. */
export const fits = ({ sex, age }: Patient, { recipe, ages: [, , from, to] }: Line): boolean =>
  (recipe.sex === 0 || recipe.sex === sex) && age >= Math.max(1, from) && age <= to && recipe.infant === undefined;

function sexOf({ female }: Department, { recipe }: Line, random: Random): 1 | 2 {
  if (recipe.sex !== 0) return recipe.sex;
  return random.chance(female) ? 2 : 1;
}

function ageOf({ recipe, ages: [mean, deviation, from, to] }: Line, random: Random): Pick<Patient, 'age' | 'ageDays'> {
  if (recipe.infant === 'infant') return { age: 0, ageDays: 29 + random.below(120) };
  // Half of the newborns come on their first two days of life.
  if (recipe.mdc === 'MDCP') return { age: 0, ageDays: random.chance(0.5) ? random.below(2) : random.below(29) };
  const age = Math.floor(Math.min(to, Math.max(from, mean + deviation * random.normal())));
  return { age, ageDays: age === 0 ? 29 + random.below(330) : undefined };
}

function birthWeightOf({ recipe }: Line, random: Random): number {
  const [from, below] = recipe.birthWeight ?? [2500, 4200];
  // To ten grams, as scales in delivery rooms show it; the middle is commoner than the ends.
  const middle = (random.uniform() + random.uniform()) / 2;
  return Math.floor((from + (below - from) * middle) / 10) * 10;
}

function insuranceOf({ age, mother }: { readonly age: number; readonly mother: boolean }, random: Random) {
  if (age < 18) return { insurance: '390', category: '14' } as const;
  // 60 % of all stays are employees'; children are residents, so it is a little more among adults.
  if (!random.chance(0.64)) return { insurance: '390', category: age >= 60 ? '16' : '15' } as const;
  if (mother) return { insurance: '510', category: '11' } as const;
  return { insurance: '310', category: age >= 60 || (age >= 52 && random.chance(0.4)) ? '12' : '11' } as const;
}

function placeOf(random: Random): Patient['place'] {
  const at = random.uniform();
  if (at < 0.8) return 'local';
  return at < 0.92 ? 'province' : 'remote';
}

/** Sixteen hexadecimal digits, as a keyed digest of a record number would be. */
function keyOf(random: Random): string {
  const half = () => random.below(0x1_0000_0000).toString(16).padStart(8, '0');
  return half() + half();
}
