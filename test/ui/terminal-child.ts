/** Opens the terminal the way the workbench does and then ends in the way its argument says; run by terminal.test.ts. */
import { openTerminal } from '../../src/ui/terminal.ts';

const terminal = openTerminal(process.stdin, process.stdout);
terminal.beforeLeaving(() => process.stdout.write('<stopped>'));
terminal.onKey(({ key }) => {
  if (key === 'x') throw new Error('a bug in a key');
  if (key === 'r') void Promise.reject(new Error('a bug nobody waits for'));
  if (key === 'q') {
    terminal.leave();
    terminal.leave();
    process.exitCode = 5;
  }
  if (key === 'e') process.exit(3);
});
process.stdout.write('<open>');
