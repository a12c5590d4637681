import { HallAtWork } from './hall-at-work.ts';
import { leaderJourney } from './leader-journey.ts';

describe('a leader with a phone', () => {
  let hall: HallAtWork | undefined;
  beforeAll(async () => { hall = await HallAtWork.open('the embedded database'); }, 120_000);
  afterAll(() => hall?.close());

  leaderJourney(() => hall!);
});
