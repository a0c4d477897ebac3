import type { WebClient } from '@slack/web-api';
import type { WritePorts } from '../../actions/writes/gather.ts';
import type { AnswerServices } from '../answer.ts';
import type { DirectMessages } from '../direct-messages.ts';
import type { InFlight } from '../in-flight.ts';
import type { Once } from '../once.ts';
import type { Notes } from '../request.ts';

/** What forms need besides what answering needs. */
export interface ModalServices extends AnswerServices, Notes {
  readonly writes: WritePorts;
  /** For calls that a person waits for. */
  readonly client: WebClient;
  /** For what people are told who have not asked. */
  readonly directMessages: DirectMessages;
  /** Work that goes on after the answer. */
  readonly inFlight: InFlight;
  /** Says for each key whether it is the first time in this process. */
  readonly isFirst: Once;
  /** Whether an address belongs to the Slack we are connected to. */
  readonly trusts: (address: string) => boolean;
}
