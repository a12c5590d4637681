import { findChromium } from '../../servers/machine.ts';
import { activityJourney } from './activity-journey.ts';
import { enquiryJourney } from './enquiry-journey.ts';
import { mergeJourney } from './merge-journey.ts';
import { paperBoxJourney } from './paper-box-journey.ts';
import { promiseJourney } from './promise-journey.ts';
import { fundJourney } from './fund-journey.ts';
import { relayJourney } from './relay-journey.ts';
import { rightsJourney } from './rights-journey.ts';
import { starJourney } from './star-journey.ts';
import { strangerJourney } from './stranger-journey.ts';
import { NOON, THURSDAY, TUESDAY, WEDNESDAY, WeekInTheHall } from './week-in-the-hall.ts';

/** Stories that take days share one hall and one clock: each says what happens in it on which day. */
(findChromium() ? describe : describe.skip)('a week in the hall', () => {
  let week: WeekInTheHall | undefined;
  const weekNow = () => week!;
  beforeAll(async () => { week = await WeekInTheHall.begin(); }, 120_000);
  afterAll(() => week?.end());

  const [activity, merge, box, relay, rights, fund] = [activityJourney(weekNow), mergeJourney(weekNow), paperBoxJourney(weekNow), relayJourney(weekNow), rightsJourney(weekNow), fundJourney(weekNow)];
  const [star, promise, stranger] = [starJourney(weekNow), promiseJourney(weekNow), strangerJourney(weekNow)];

  describe('on Monday', () => {
    describe('a question that changes hands', () => enquiryJourney(weekNow));
    describe('an activity', () => activity.onMonday());
    describe('two suggestions that say the same', () => merge.onMonday());
    describe('the box on the wall', () => box.onMonday());
    describe('a message to staff', () => relay.onMonday());
    describe('somebody’s rights', () => rights.onMonday());
    describe('a batch of money', () => fund.onMonday());
    describe('a vote for the service star', () => star.onMonday());
    describe('a new promise', () => promise.onMonday());
  });

  describe('on Tuesday', () => {
    beforeAll(() => week!.sleepUntil(TUESDAY));
    describe('the activity', () => activity.onTuesday());
    describe('two suggestions that say the same', () => merge.onTuesday());
    describe('the message to staff', () => relay.onTuesday());
    describe('somebody’s rights', () => rights.onTuesday());
    describe('the batch of money', () => fund.onTuesday());
    describe('the box on the wall', () => box.onTuesday());
    describe('the vote for the service star', () => star.onTuesday());
    describe('the new promise', () => promise.onTuesday());
  });

  describe('at noon on Tuesday', () => {
    beforeAll(() => week!.sleepUntil(TUESDAY, NOON));
    describe('the vote for the service star', () => star.atNoon());
    describe('the new promise', () => promise.atNoon());
  });

  describe('on Wednesday', () => {
    beforeAll(() => week!.sleepUntil(WEDNESDAY));
    describe('the activity', () => activity.onWednesday());
    describe('the message to staff', () => relay.onWednesday());
    describe('the vote for the service star', () => star.onWednesday());
    describe('the new promise', () => promise.onWednesday());
    describe('a stranger', () => stranger.onWednesday());
  });

  describe('on Thursday', () => {
    beforeAll(() => week!.sleepUntil(THURSDAY, undefined, star.overnight));
    describe('the activity', () => activity.onThursday());
    describe('the message to staff', () => relay.onThursday());
    describe('the vote for the service star', () => star.onThursday());
    test('in all these days no page threw and no server failed', () => { expect(week!.complaints).toEqual([]); });
  });
});
