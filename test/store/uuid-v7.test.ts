import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { uuidV7 } from '../../src/store/uuid-v7.ts';

// The example of RFC 9562, appendix A.6.
test('is laid out as RFC 9562 says', () => {
  const random = Buffer.from('0cc318c4dc0c0c07398f', 'hex');
  expect(uuidV7(new Date('2022-02-22T19:22:22.000Z'), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('carries its time, version and variant whatever is random', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  const instants = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, bytes, (at, random) => {
      const id = uuidV7(at, random);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at.getTime());
    }),
  );
});
