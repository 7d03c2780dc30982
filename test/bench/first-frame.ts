/** From starting the program on a real pseudo terminal (util-linux `script`) to its first frame, and to the overview of the sample hospital. */
import { spawn, spawnSync } from 'node:child_process';
import { type KeyFigure, keyFigure } from './key-figures.ts';

type Shown = { readonly frame: number; readonly overview: number };

export async function firstFrame(root: string, starts: number): Promise<KeyFigure[]> {
  if (spawnSync('script', ['--version']).status !== 0) return [];
  const shown: Shown[] = [];
  for (let i = 0; i < starts; i++) shown.push(await started(root));
  return [
    keyFigure(
      'start to first frame 80x24',
      shown.map(({ frame }) => frame),
    ),
    keyFigure(
      'start to the overview of the sample hospital 80x24',
      shown.map(({ overview }) => overview),
    ),
  ];
}

function started(root: string): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const command = 'stty cols 80 rows 24; exec node dist/casemix.mjs';
    const env = { ...process.env, TERM: 'xterm-256color' };
    const child = spawn('script', ['-qfec', command, '/dev/null'], { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] });
    let text = '';
    let frame: number | undefined;
    let overview: number | undefined;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      // The title line is the first thing in a frame.
      if (frame === undefined && text.includes('casemix')) frame = performance.now() - start;
      if (overview !== undefined || !text.includes('出院人次')) return;
      overview = performance.now() - start;
      child.stdin.write('q');
    });
    child.on('error', reject);
    child.on('exit', () => {
      if (frame === undefined || overview === undefined) reject(new Error(`the workbench showed no overview: ${text}`));
      else resolve({ frame, overview });
    });
  });
}
