import { findMariadb } from '../../servers/machine.ts';
import { HallAtWork, type Engine } from './hall-at-work.ts';
import { headJourney } from './head-journey.ts';
import { leaderJourney } from './leader-journey.ts';

describe.each<Engine>(['the embedded database', 'MariaDB'])('on %s', (engine) => {
  (engine !== 'MariaDB' || findMariadb() ? describe : describe.skip)('staff with a phone', () => {
    let hall: HallAtWork | undefined;
    beforeAll(async () => { hall = await HallAtWork.open(engine); }, 120_000);
    afterAll(() => hall?.close());

    describe('a head of section', () => headJourney(() => hall!));
    describe('a leader', () => leaderJourney(() => hall!));
  });
});
