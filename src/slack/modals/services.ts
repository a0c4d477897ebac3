import type { WebClient } from '@slack/web-api';
import type { WritePorts } from '../../actions/writes/gather.ts';
import type { AnswerServices } from '../answer.ts';

/** What forms need besides what answering needs. */
export interface ModalServices extends AnswerServices {
  readonly writes: WritePorts;
  /** For calls that a person waits for. */
  readonly client: WebClient;
  /** Whether an address belongs to the Slack we are connected to. */
  readonly trusts: (address: string) => boolean;
}
