import { jsonList } from '../../src/sandbox/slack/json.ts';
import type { SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts';

/** What a person did and saw. */
export interface Written {
  /** Texts of which Slack showed that they were taken. */
  readonly accepted: string[];
  /** Texts that were submitted at all. */
  readonly submitted: string[];
  /** Forms that never opened, and submissions that Slack called failed. */
  readonly troubles: string[];
}

const patienceMs = 4_000;

/** How a person writes. */
interface Habit {
  /** Into which project; 8 when nothing is said. */
  readonly project?: number;
  /** What is done between two things. */
  readonly pause?: () => Promise<unknown>;
  /** How long Slack waited: for a command that opens a form, until the form was filled in, for a submission. */
  readonly took?: (what: 'command' | 'form' | 'submission', milliseconds: number) => void;
}

/** A person records one thing after the other, until told to stop; what Slack calls failed is submitted once more. */
export async function writeConstantly(
  slack: SandboxSlack,
  person: string,
  goesOn: () => boolean,
  { project = 8, pause, took }: Habit = {},
): Promise<Written> {
  const done: Written = { accepted: [], submitted: [], troubles: [] };
  for (let count = 0; goesOn(); count += 1) {
    await pause?.();
    const text = `${person}の記録その${count}`;
    const command = `/project ${project} 記録 R2.8.20 ${text}`;
    const began = performance.now();
    const ack = await slack.command({ as: person, conversation: 'C0IOT', text: command });
    took?.('command', performance.now() - began);
    const opened = await formOf(slack, person);
    took?.('form', performance.now() - began);
    if (!opened) {
      done.troubles.push(`no form for ${text}: ${JSON.stringify(ack)}`);
      await closeAll(slack, person);
      continue;
    }
    done.submitted.push(text);
    const sent = performance.now();
    if (await submitted(slack, person, done, text)) done.accepted.push(text);
    took?.('submission', performance.now() - sent);
    await closeAll(slack, person);
  }
  return done;
}

async function submitted(slack: SandboxSlack, person: string, done: Written, text: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const viewId = slack.modals(person).at(-1)?.id;
    if (viewId === undefined) return false;
    const answer = await slack.submit({ as: person, viewId });
    if (answer.kind === 'taken') return saysThatItIsKept(slack, person);
    done.troubles.push(`${text}: ${JSON.stringify(answer)}`);
  }
  return false;
}

/** The form goes, and a message says so; or its place is taken by words that say so, perhaps after others to wait. */
async function saysThatItIsKept(slack: SandboxSlack, person: string): Promise<boolean> {
  const said = () => JSON.stringify(slack.modals(person).map(({ view }) => view));
  const isSlow = () => /このままお待ちください|Please wait here/.test(said());
  for (let waits = 0; isSlow() && waits < 3; waits += 1) {
    await slack.until(() => !isSlow()).catch(() => undefined);
  }
  return slack.modals(person).length === 0 || /記録しました|Saved\./.test(said());
}

async function formOf(slack: SandboxSlack, person: string): Promise<boolean> {
  const isForm = () =>
    slack.modals(person).some(({ view }) => jsonList(view.blocks).some(({ type }) => type === 'input'));
  const tooLong = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs));
  return Promise.race([
    slack
      .until(() => isForm() || null)
      .then(
        () => true,
        () => false,
      ),
    tooLong,
  ]);
}

async function closeAll(slack: SandboxSlack, person: string): Promise<void> {
  while (slack.modals(person).length > 0) await slack.closeView({ as: person });
}
