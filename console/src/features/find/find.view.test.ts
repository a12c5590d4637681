import { entryOf, findingOf, kindOf } from './find.view.ts';

describe('finding a person’s case', () => {
  it('recognises an ID number with spaces and a small x', () => {
    expect(findingOf('420606 19900101 123x')).toEqual({ citizenId: '42060619900101123X' });
  });

  it('recognises a phone number as people write it', () => {
    expect(findingOf('138-0000-1111')).toEqual({ phone: '13800001111' });
    expect(findingOf('+86 13800001111')).toEqual({ phone: '13800001111' });
  });

  it('recognises a case number, also typed with the Chinese input method', () => {
    expect(findingOf('420606-2026-000123')).toEqual({ caseNumber: '420606-2026-000123' });
    expect(findingOf('420606-2026-000123')).toEqual({ caseNumber: '420606-2026-000123' });
  });

  it('recognises a booking reference read aloud in two groups', () => {
    expect(findingOf('yy7m 2qab')).toEqual({ bookingReference: 'YY7M2QAB' });
  });

  it('checks in a booking by its own reference and joins a ticket to an open case by the ID number', () => {
    const found = { id: 'x', reference: null, label: '', maskedName: '', maskedCitizenId: null, stateLabel: '', caseNumber: null, day: null, actions: [] };
    const booking = { ...found, reference: 'YY7M2QAB', kind: 'booking' as const, state: 'booked' };
    const kase = { ...found, kind: 'application' as const, state: 'ready' };
    expect(entryOf(booking, { bookingReference: 'YY7M2QAB' })).toEqual({ bookingReference: 'YY7M2QAB' });
    expect(entryOf(booking, { citizenId: '1' })).toEqual({ bookingReference: 'YY7M2QAB' });
    expect(entryOf({ ...booking, state: 'arrived' }, { bookingReference: 'YY7M2QAB' })).toBeNull();
    expect(entryOf(kase, { citizenId: '1' })).toEqual({ citizenId: '1' });
    expect(entryOf({ ...kase, state: 'completed' }, { citizenId: '1' })).toBeNull();
    expect(entryOf(kase, { phone: '1' })).toBeNull();
  });

  it('waits while what is typed is none of these', () => {
    expect(findingOf('4206')).toBeNull();
    expect(findingOf('王秀英')).toBeNull();
    expect(kindOf(findingOf('4206'))).toBe('unknown');
    expect(kindOf(findingOf('13800001111'))).toBe('phone');
  });
});
