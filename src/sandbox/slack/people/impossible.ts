/** A person cannot do this in Slack: press a button that is not there, write where one is not a member. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}
