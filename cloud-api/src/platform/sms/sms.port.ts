/** Short text messages. Which operator carries them is a deployment's affair. */
export abstract class SmsPort {
  /** Resolves when the operator has taken the message. `text` holds everything the person reads, code included. */
  abstract send(message: { phone: string; text: string }): Promise<void>;
}
