import { findMariadb } from '../../servers/machine.ts';
import { HallAtWork } from './hall-at-work.ts';
import { mainJourney } from './main-journey.ts';

(findMariadb() ? describe : describe.skip)('on MariaDB', () => {
  let hall: HallAtWork | undefined;
  beforeAll(async () => { hall = await HallAtWork.open('MariaDB'); }, 120_000);
  afterAll(() => hall?.close());

  describe('a resident’s whole way', () => mainJourney(() => hall!));
});
