/** The picture of the screen looked at, drawn anew only when what it shows has changed: moving through a table does not draw what stays. */
import { leadingOf } from '../../compare/leading-figure.ts';
import { titleIn } from '../../report/titles.ts';
import type { Drawing } from '../charts/drawing.ts';
import type { Picture } from '../layout.ts';
import type { Lines } from '../lines.ts';
import { placeOf } from '../place.ts';
import { departmentsOf } from '../sheets/departments-sheet.ts';
import { partLabel, partsOf } from '../sheets/dimension-sheet.ts';
import { changeOf, groupFiguresOf } from '../sheets/figures.ts';
import { partsWithin } from '../sheets/rows-sheet.ts';
import { penOf, sayOf, viewOf } from '../sheets/sheets.ts';
import { shortTitle } from '../short-title.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { changePicture } from './change-picture.ts';
import { departmentPicture } from './department-picture.ts';
import { groupPicture } from './group-picture.ts';
import { monthPicture } from './month-picture.ts';

export function pictureOf(state: WorkbenchState, { columns, rows }: Picture): Lines {
  const { desk, scenario, language, ascii, graph, dimension, path } = state;
  const { shown, cursor } = viewOf(state);
  const place = placeOf(path);
  const row = place.screen === 'groups' || place.screen === 'departments' ? shown[cursor] : undefined;
  return unlessKnown([desk, scenario, language, ascii, graph, dimension, path, row, columns, rows], () =>
    drawn(state, { width: columns, height: rows, pen: penOf(state), graph }, row),
  );
}

let last: { readonly needs: readonly unknown[]; readonly lines: Lines } | undefined;

function unlessKnown(needs: readonly unknown[], make: () => Lines): Lines {
  if (!last || needs.some((need, i) => need !== last?.needs[i])) last = { needs, lines: make() };
  return last.lines;
}

function drawn(state: WorkbenchState, drawing: Drawing, row: number | undefined): Lines {
  const { desk, path } = state;
  const run = desk?.runs[state.scenario];
  if (!desk || !run) return [];
  const say = sayOf(state);
  const figure = leadingOf(desk.comparison);
  const place = placeOf(path);
  switch (place.screen) {
    case 'overview':
      return monthPicture(run.result.by.month, {
        ...drawing,
        title: say(figure === 'margin' ? 'monthMargin' : 'monthGroupResult'),
        figure,
      });
    case 'groups': {
      const group = row === undefined ? undefined : groupFiguresOf(desk, run)[row];
      return group ? groupPicture(desk, run, group, { ...drawing, say }) : [];
    }
    case 'departments': {
      const departments = departmentsOf(desk, run);
      const chosen = row === undefined ? undefined : departments[row]?.key;
      return departmentPicture(run, departments, { ...drawing, say, scenario: nameOf(state, run.result), figure, chosen });
    }
    case 'rows':
    case 'scenarios':
      return movement(state, drawing);
    case 'stays':
    case 'part':
    case 'parameters':
    case 'data':
    case 'files':
    case 'columns':
    case 'questions':
    case 'found':
    case 'stay':
    case 'frequency':
    case 'describe':
    case 'pivot':
    case 'answer':
      return [];
  }
}

/** Of all of the hospital by the dimension chosen, or of one row by its parts; the baseline itself has not moved. */
function movement(state: WorkbenchState, drawing: Drawing): Lines {
  const { desk, scenario, dimension, path } = state;
  const run = desk?.runs[scenario];
  const moved = desk && run && changeOf(desk, run);
  if (!moved || drawing.height < 5) return [];
  const say = sayOf(state);
  const { change, baseline } = moved;
  const figure = leadingOf(desk.comparison);
  const place = placeOf(path);
  const inside = place.screen === 'rows' ? partsWithin(desk, run, place) : undefined;
  const by = place.screen === 'rows' ? place.by : dimension;
  const parts = inside ? inside.rows : partsOf(desk.comparison, scenario, dimension);
  const changes = inside?.changes ?? new Map(change.by[dimension].map(row => [row.key, row]));
  const steps = parts.map(part => ({ label: partLabel(part, by, say), value: changes.get(part.key)?.[figure] ?? Number.NaN }));
  const end = inside ? inside.rows.reduce((sum, row) => sum + row[figure], 0) : run.result.totals[figure];
  const start = inside ? steps.reduce((left, { value }) => left - value, end) : baseline.result.totals[figure];
  const [before, after] = [nameOf(state, baseline.result), nameOf(state, run.result)];
  const title = say('changeBy', { figure: say(`told_${figure}`), baseline: before, reform: after, dimension: say(by) });
  return changePicture({ title, start: { label: before, value: start }, steps, end: { label: after, value: end } }, { ...drawing, say });
}

const nameOf = ({ language }: WorkbenchState, titled: Parameters<typeof titleIn>[0]): string => shortTitle(titleIn(titled, language));
