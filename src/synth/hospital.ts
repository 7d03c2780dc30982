/** The departments of the synthetic hospital: who is treated there, by how many doctors, for what, and how dearly. Source: data/synth, assumptions. */
import type { Commonness } from './commonness.ts';
import { type Cells, type FactTexts, rowsOf } from './facts.ts';
import { type Weighted, weighted } from './random.ts';
import type { Recipe, Recipes } from './recipe.ts';

/** Mean, deviation, lowest and highest age in years. */
export type Ages = readonly [mean: number, deviation: number, from: number, to: number];

export type Line = {
  readonly recipe: Recipe;
  readonly ages: Ages;
  readonly principals: Weighted<string>;
  /** Undefined when the case has no main procedure of its own. */
  readonly mains: Weighted<string> | undefined;
};

export type Department = {
  readonly name: string;
  readonly doctors: Weighted<string>;
  readonly ages: Ages;
  /** Share of women, where the illness leaves it open. */
  readonly female: number;
  readonly costLevel: number;
  readonly stayLevel: number;
  /** Bed and nursing ward, fen a day. */
  readonly bedFen: number;
  /** Share of stays of patients who were here before. */
  readonly returns: number;
  /** Share of stays that are none of the usual ones. */
  readonly rare: number;
  readonly usual: Weighted<readonly Line[]>;
  readonly unusual: Weighted<readonly Line[]> | undefined;
  readonly charges: string;
};

export type Hospital = { readonly departments: Weighted<Department>; readonly operations: readonly Line[] };

export function hospitalOf(texts: FactTexts, recipes: Recipes, commonness: Commonness): Hospital {
  const mix = rowsOf(texts.caseMix);
  let doctors = 0;
  const departments = rowsOf(texts.departments).map(row => {
    const own = mix.filter(line => line.department === row.department);
    const from = doctors;
    doctors += Number(row.doctors);
    const names = Array.from({ length: Number(row.doctors) }, (_, i) => `D${String(from + i + 1).padStart(3, '0')}`);
    const department = departmentOf(row, { own, names, recipes, commonness });
    return { department, share: Number(row.share) };
  });
  const all = departments.map(({ department }) => department);
  return {
    departments: weighted(all, (_, i) => departments[i]!.share),
    operations: all.flatMap(({ usual }) => usual.among.flat()).filter(line => line.recipe.kind === 'surgery' && line.mains),
  };
}

type Staffing = {
  readonly own: readonly Cells[];
  readonly names: readonly string[];
  readonly recipes: Recipes;
  readonly commonness: Commonness;
};

function departmentOf(row: Cells, { own, names, recipes, commonness }: Staffing): Department {
  const ages = agesOf(row.age!);
  const usual = own.map(line => {
    const lines = linesOf(line, { recipes, ages, commonness });
    if (lines.length === 0) throw new Error(`no case of ${line.adrg} can be written for ${line.department}`);
    return { lines, share: Number(line.share) };
  });
  const known = new Set(own.map(line => line.adrg));
  const unusual = [...recipes.byAdrg.values()]
    .filter(([recipe]) => row.mdcs!.split(',').includes(recipe!.mdc) && recipe!.mdc !== 'MDCA' && !known.has(recipe!.adrg))
    .map(([recipe]) => linesOf({ adrg: recipe!.adrg, dx: '', px: '', age: '' }, { recipes, ages, commonness }))
    .filter(lines => lines.length > 0);
  return {
    name: row.department!,
    doctors: weighted(names, (_, rank) => 1 / (rank + 3)),
    ages,
    female: Number(row.female) / 1000,
    costLevel: Number(row.cost_level),
    stayLevel: Number(row.stay_level),
    bedFen: Number(row.bed_yuan) * 100,
    returns: Number(row.returns) / 1000,
    rare: Number(row.tail) / 1000,
    usual: weighted(
      usual.map(({ lines }) => lines),
      (_, i) => usual[i]!.share,
    ),
    unusual: unusual.length > 0 ? weighted(unusual, () => 1) : undefined,
    charges: row.charges!,
  };
}

type Kitchen = { readonly recipes: Recipes; readonly ages: Ages; readonly commonness: Commonness };

/** The ways one line of the case mix can be written: one for each row of its ADRG that has codes with the wanted beginnings. */
function linesOf({ adrg, dx, px, age }: Cells, { recipes, ages, commonness }: Kitchen): Line[] {
  const found = recipes.byAdrg.get(adrg!);
  if (!found) throw new Error(`no ADRG ${adrg} in the catalogue`);
  return found.flatMap(recipe => {
    const principals = commonness.typical(recipe.principals, dx!);
    const mains = commonness.typical(recipe.mains, px!);
    const operated = recipe.kind === 'medical' || mains || (recipe.procedures.length > 0 && recipe.mains.length === 0);
    if (!principals || !operated || !recipe.groups.none) return [];
    return [{ recipe, ages: age ? agesOf(age) : ages, principals, mains }];
  });
}

function agesOf(text: string): Ages {
  const [mean = 50, deviation = 15, from = 0, to = 100] = text.split(',').map(Number);
  return [mean, deviation, from, to];
}
