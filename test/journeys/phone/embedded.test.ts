import { connectionJourney } from './connection-journey.ts';
import { daughterJourney } from './daughter-journey.ts';
import { HallAtWork } from './hall-at-work.ts';
import { mainJourney } from './main-journey.ts';
import { namedVoiceJourney } from './named-voice-journey.ts';
import { voiceJourney } from './voice-journey.ts';

describe('on the embedded database', () => {
  let hall: HallAtWork | undefined;
  const hallNow = () => hall!;
  beforeAll(async () => { hall = await HallAtWork.open('the embedded database'); }, 120_000);
  afterAll(() => hall?.close());

  describe('a resident’s whole way', () => mainJourney(hallNow));
  describe('a daughter for both parents', () => daughterJourney(hallNow));
  describe('somebody without a name', () => voiceJourney(hallNow));
  describe('somebody who gives their name', () => namedVoiceJourney(hallNow));
  describe('a hasty resident with a poor connection', () => connectionJourney(hallNow));
});
