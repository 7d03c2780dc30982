/** What the palette can offer: screens and scenarios by name, then every verb that does something here. Commands of the line that have no screen are found too, and say so. */
import { titleIn } from '../../report/titles.ts';
import { rootScreens } from '../place.ts';
import type { WorkbenchState } from '../store/state.ts';
import { verbs } from '../verbs/index.ts';
import { speaker } from '../words.ts';
import { initialsOf } from './pinyin.ts';

export type Entry = {
  /** What is typed for it: `go groups`, `sort`. */
  readonly text: string;
  readonly title: string;
  /** What may stand behind it; '' when nothing may. */
  readonly takes: string;
  /** It is found by any of these. */
  readonly names: readonly string[];
};

export const entriesOf = (state: WorkbenchState): readonly Entry[] => [
  ...screenEntries(state),
  ...scenarioEntries(state),
  ...verbEntries(state),
];

const screenEntries = ({ language }: WorkbenchState): readonly Entry[] =>
  rootScreens.map(screen => {
    const [zh, en] = [speaker('zh')(screen), speaker('en')(screen)];
    return { text: `go ${screen}`, title: language === 'zh' ? zh : en, takes: '', names: [zh, en, initialsOf(zh), `go ${screen}`] };
  });

const scenarioEntries = ({ desk, language }: WorkbenchState): readonly Entry[] =>
  (desk?.runs ?? []).map(({ result }) => {
    const [zh, en] = [titleIn(result, 'zh'), titleIn(result, 'en')];
    const names = [result.id, zh, en, initialsOf(zh)];
    return { text: `scenario ${result.id}`, title: language === 'zh' ? zh : en, takes: '', names };
  });

const verbEntries = (state: WorkbenchState): readonly Entry[] =>
  verbs
    .filter(({ offered }) => offered?.(state) ?? true)
    .map(({ verb, title, takes, alias = [] }) => ({
      text: verb,
      title: title[state.language],
      takes: takes?.[state.language] ?? '',
      names: [verb, title.zh, title.en, initialsOf(title.zh), ...alias],
    }));
