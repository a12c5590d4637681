import { slipSerial } from '@hall/shared/suggestion/slip.rules';
import { NO_SLIP, openingTone, serialProblem, slipInput, slipNeeds } from './box.view.ts';

const good = slipSerial(12, 37);
const slip = { ...NO_SLIP, pictureId: 'p', serial: good, topic: 'window' as const, text: '窗口的笔没有墨了' };

describe('typing in a slip from the box', () => {
  it('asks for one thing after the other: picture, serial, topic, words', () => {
    expect([NO_SLIP, { ...slip, serial: '012-037-0' }, { ...slip, topic: null }, { ...slip, text: '太慢' }, slip].map(slipNeeds)).toEqual(['picture', 'serial', 'topic', 'text', null]);
  });
  it('takes people’s own paper, which has no serial', () => {
    expect(slipNeeds({ ...slip, serial: '', ownPaper: true })).toBeNull();
    expect(slipInput({ ...slip, ownPaper: true }).serial).toBeNull();
    expect(slipInput(slip)).toEqual({ serial: good, topic: 'window', text: '窗口的笔没有墨了', wishesPublic: false, pictureId: 'p' });
  });
  it('says that a serial is wrong as soon as it is whole, not while it is being typed', () => {
    const wrong = good.replace(/\d$/, (figure) => String((Number(figure) + 1) % 10));
    expect([serialProblem({ ...slip, serial: '012-03' }), serialProblem(slip), serialProblem({ ...slip, serial: wrong }) === null, serialProblem({ ...slip, serial: wrong, ownPaper: true })]).toEqual([null, null, false, null]);
  });
  it('shows an opening that was missed in red', () => expect([openingTone({ state: 'planned', overdue: true }), openingTone({ state: 'entered', overdue: false })]).toEqual(['accent', 'ok']));
});
