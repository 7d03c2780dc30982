/** Verbs that look at the same stays another way: another scenario, another dimension. */

import { aboutData } from '../keys/binding.ts';
import { dimensionOrder } from '../layout.ts';
import { type Place, placeOf } from '../place.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

export const looking: readonly Verb[] = [
  {
    verb: 'scenario',
    title: { zh: '看这个情景', en: 'look at scenario' },
    takes: { zh: '情景编号', en: 'id of the scenario' },
    complete: ({ desk }) => desk?.runs.map(({ result }) => result.id) ?? [],
    perform({ getState }, value) {
      const { desk, lookAt } = getState();
      const ids = desk?.runs.map(({ result }) => result.id) ?? [];
      const at = ids.indexOf(value);
      if (at < 0) throw badValue('scenario', value, { zh: `可用：${ids.join('、')}`, en: `one of ${ids.join(', ')}` });
      lookAt(at);
    },
  },
  {
    verb: 'by',
    title: { zh: '换维度', en: 'by dimension' },
    takes: { zh: '维度，或数据的一张表', en: 'dimension, or a table of the data' },
    complete: ({ path }) => (isAboutData(placeOf(path)) ? aboutData : dimensionOrder),
    offered: ({ path }) => ['scenarios', 'rows'].includes(placeOf(path).screen) || isAboutData(placeOf(path)),
    perform({ getState }, value) {
      const { path, groupBy, walk } = getState();
      const place = placeOf(path);
      if (isAboutData(place)) {
        const about = aboutData.find(name => name === value);
        if (!about) throw unknownValue(value, aboutData);
        return walk(about === 'data' ? [{ screen: 'data' }] : [{ screen: 'data' }, { screen: about }]);
      }
      const dimension = dimensionOrder.find(name => name === value);
      if (place.screen === 'rows' && (dimension || value === 'doctor'))
        walk([...path.slice(0, -1), { ...place, by: dimension ?? 'doctor' }]);
      else if (dimension) groupBy(dimension);
      else throw unknownValue(value, dimensionOrder);
    },
  },
];

const unknownValue = (value: string, known: readonly string[]) =>
  badValue('by', value, { zh: `可用：${known.join('、')}`, en: `one of ${known.join(', ')}` });

const isAboutData = ({ screen }: Place): boolean => aboutData.some(name => name === screen);
