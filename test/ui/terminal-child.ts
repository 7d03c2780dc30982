/** Opens the terminal the way the workbench does and then ends in the way its argument says; run by terminal.test.ts. */
import { attempt } from '../../src/ui/perform.ts';
import { step } from '../../src/ui/step.ts';
import { createWorkbench } from '../../src/ui/store/workbench.ts';
import { openTerminal } from '../../src/ui/terminal.ts';

const terminal = openTerminal(process.stdin, process.stdout);
terminal.beforeLeaving(() => process.stdout.write('<stopped>'));
terminal.onResize(({ columns, rows }) => process.stdout.write(`<${columns}x${rows}>`));
terminal.onKey(({ key }) => {
  if (key === 'x') throw new Error('a bug in a key');
  if (key === 'r') void Promise.reject(new Error('a bug nobody waits for'));
  if (key === 'v') attempt(workbenchWithABug(), step('log', 'steps.yaml'));
  if (key === 'q') {
    terminal.leave();
    terminal.leave();
    process.exitCode = 5;
  }
  if (key === 'e') process.exit(3);
  if (key === 'k') process.stdout.write('<key>');
});
process.stdout.write('<open>');

function workbenchWithABug() {
  const bug = () => {
    throw new Error('a bug in a verb');
  };
  return createWorkbench({
    language: 'zh',
    ascii: false,
    graph: 'block',
    theme: 'dark',
    size: terminal.size(),
    office: { program: 'casemix', open: bug, ask: bug, write: async () => bug(), copy: bug },
    unhurried: true,
  });
}
