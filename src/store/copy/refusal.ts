/** Why a copy was not made: what the operator has to put right, in a line that says how. */
export class CopyRefusal extends Error {
  override readonly name = 'CopyRefusal';
}
