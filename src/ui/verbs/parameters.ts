/** The verb that opens the parameters of the scenario looked at, from wherever a person is. */
import { placeOf } from '../place.ts';
import type { Verb } from './verb.ts';

export const parameters: Verb = {
  verb: 'parameters',
  title: { zh: '情景参数', en: 'parameters of the scenario' },
  offered: ({ path }) => placeOf(path).screen !== 'parameters',
  perform({ getState }) {
    const { path, enter, walk } = getState();
    if (placeOf(path).screen === 'scenarios') enter({ screen: 'parameters' });
    else walk([{ screen: 'scenarios' }, { screen: 'parameters' }]);
  },
};
