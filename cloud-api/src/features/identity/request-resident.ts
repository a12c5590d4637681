import { Injectable } from '@nestjs/common';
import { RequestMemory } from '../../platform/http/request-context.ts';

/** Who a resident is, as stored: the name still encrypted. */
export interface SealedResident {
  id: string;
  citizenIndex: string | null;
  nameCipher: string | null;
}

/** The resident whose request this is, as read together with their session, so that the same row need not be read twice. */
@Injectable()
export class RequestResident extends RequestMemory<SealedResident> {}
