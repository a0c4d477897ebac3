/** Without letters that look or sound like others: a reference is read out on the telephone. */
const letters = '23456789ABCDEFHJKMNPRTUVWXY';

const length = 6;

/** The 受付番号 that a number stands for: six letters and digits, out of some 390 million. */
export function referenceFrom(number: bigint): string {
  const base = BigInt(letters.length);
  let [rest, text] = [number, ''];
  while (text.length < length) {
    text += letters[Number(rest % base)];
    rest /= base;
  }
  return text;
}

/** The 受付番号 of a thing that has a UUID, from its random part: the same wherever it is worked out. */
export function referenceOf(uuid: string): string {
  return referenceFrom(BigInt(`0x${uuid.slice(-12)}`));
}
