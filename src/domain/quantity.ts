declare const brand: unique symbol;

/** A decimal number as written, such as `16.0` or `-1`: its trailing zeros are part of the public record. */
export type DecimalText = string & { readonly [brand]: 'DecimalText' };

const decimal = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Whether `text` is a plain decimal: at most 15 digits before the point and 6 behind it, ASCII, no exponent. */
export function isDecimalText(text: string): text is DecimalText {
  return decimal.test(text);
}

/** The decimal written as `text`. Throws a RangeError for anything else: for text that a program wrote. */
export function decimalText(text: string): DecimalText {
  if (!isDecimalText(text)) throw new RangeError(`not a decimal: ${text}`);
  return text;
}
