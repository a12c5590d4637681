import { FlagField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export class RingKeyView {
  @TextField({ description: 'its name in the ring; no part of a secret ever leaves the server' }) id: string;
  @TextField() suite: string;
  @FlagField({ description: 'what is written now is written under it' }) active: boolean;
  @IntField({ description: 'encrypted texts under it' }) texts: number;
  @FlagField({ description: 'nothing is under it any more: it may leave the ring' }) mayLeave: boolean;
}

export class SealedPlaceView {
  @TextField() place: string;
  @IntField() total: number;
  @IntField({ description: 'not under the active key yet' }) old: number;
}

export class RotationWalkView {
  @TextField() id: string;
  @InstantField() askedAt: number;
  @TextField({ nullable: true, description: 'who asked; null for the hourly walk' }) byName: string | null;
  @InstantField({ nullable: true }) begunAt: number | null;
  @InstantField({ nullable: true }) endedAt: number | null;
  @TextField() keyId: string;
  @IntField({ description: 'texts written anew' }) texts: number;
  @IntField({ description: 'files written anew' }) files: number;
  @IntField() filesSeen: number;
}

export class KeyRoomView {
  @ListField(() => RingKeyView, { description: 'the active one first' }) keys: RingKeyView[];
  @TextField({ description: 'the suite of the lookups; changing that key means computing every index anew' }) indexSuite: string;
  @IntField({ description: 'texts under a key that is not in the ring: they cannot be read' }) lost: number;
  @ListField(() => SealedPlaceView, { description: 'where something is not under the active key yet' }) waiting: SealedPlaceView[];
  @IntField() texts: number;
  @ObjectField(() => RotationWalkView, { nullable: true }) running: RotationWalkView | null;
  @ListField(() => RotationWalkView, { description: 'the newest first' }) walks: RotationWalkView[];
  @TextListField({ description: 'rotate, while nothing is under way' }) actions: 'rotate'[];
}
