/** Every command of the line, in the order in which help lists them. */
import type { Command } from '../command.ts';
import { catalogueCommand } from './catalogue.ts';
import { clearCommand } from './clear.ts';
import { compareCommand } from './compare.ts';
import { demoCommand } from './demo.ts';
import { dipCommand } from './dip.ts';
import { explainCommand } from './explain.ts';
import { groupCommand } from './group.ts';
import { loadCommand } from './load.ts';
import { openCommand } from './open.ts';
import { policyCommand } from './policy.ts';
import { profileCommand } from './profile.ts';
import { replayCommand } from './replay.ts';
import { scenarioCommand } from './scenario.ts';
import { settleCommand } from './settle.ts';
import { specialCommand } from './special.ts';
import { sqlCommand } from './sql.ts';
import { synthCommand } from './synth.ts';
import { verifyCommand } from './verify.ts';
import { viewCommand } from './view.ts';
import { weightsCommand } from './weights.ts';
import { workspaceCommand } from './workspace.ts';

export const commands: readonly Command[] = [
  openCommand,
  demoCommand,
  loadCommand,
  groupCommand,
  explainCommand,
  settleCommand,
  specialCommand,
  clearCommand,
  scenarioCommand,
  compareCommand,
  catalogueCommand,
  policyCommand,
  profileCommand,
  workspaceCommand,
  verifyCommand,
  viewCommand,
  replayCommand,
  sqlCommand,
  weightsCommand,
  dipCommand,
  synthCommand,
];
