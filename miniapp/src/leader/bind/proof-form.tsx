import type { DemoStaffView, Problem } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiError } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/leader.ts';
import { copy as shared } from '../../kit/copy/kit.ts';
import { useIntent } from '../../kit/intent.ts';
import { proveStaff, type StaffProof } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { CodePicker, Field, TextInput } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';

const copy = words.bind;
const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** Password and second factor together: in WeChat they tie this WeChat to the account, in a browser they sign in. */
export function ProofForm({ demo, onEntered }: { demo: DemoStaffView[]; onEntered: () => Promise<void> }) {
  const [proof, setProof] = useState<StaffProof>({ userName: '', password: '', secondFactor: '' });
  const [missing, setMissing] = useState(false);
  const fill = (part: Partial<StaffProof>) => setProof({ ...proof, ...part });
  const choose = (userName: string) => {
    const person = demo.find((one) => one.userName === userName);
    if (person) setProof({ userName, password: person.password, secondFactor: person.totp });
  };
  const enter = useIntent(async () => {
    const whole = proof.userName.trim() !== '' && proof.password !== '' && proof.secondFactor.length === 6;
    setMissing(!whole);
    if (!whole) return;
    const refused = await proveStaff({ ...proof, userName: proof.userName.trim() });
    if (refused) throw refusalOf(refused.status, refused.body as Problem | null);
    await onEntered();
  });
  return (
    <>
      <View className='secondary'>{IN_WECHAT ? copy.leadWechat : copy.leadBrowser}</View>
      <Card>
        <Field label={copy.userName}><TextInput id='user-name' label={copy.userName} value={proof.userName} maxLength={40} onChange={(userName) => fill({ userName })} /></Field>
        <Field label={copy.password}><TextInput id='password' label={copy.password} secret value={proof.password} maxLength={200} onChange={(password) => fill({ password })} /></Field>
        <Field label={copy.secondFactor} hint={copy.secondFactorHint} error={missing ? copy.missing : null}>
          <TextInput id='second-factor' type='number' big label={copy.secondFactor} value={proof.secondFactor} maxLength={6} onChange={(text) => fill({ secondFactor: text.replace(/\D/g, '') })} />
        </Field>
        <Trouble error={enter.error} />
        <Button id='prove' busy={enter.busy} onTap={() => void enter.run()}>{IN_WECHAT ? copy.bind : copy.signIn}</Button>
      </Card>
      {demo.length > 0 && (
        <Field label={copy.demo}>
          <CodePicker id='demo-staff' label={copy.demo} options={demo.map(({ userName, name, role }) => ({ code: userName, label: `${name} ${role}` }))} value={proof.userName} onChange={(userName) => choose(userName)} />
        </Field>
      )}
    </>
  );
}

const refusalOf = (status: number, problem: Problem | null): ApiError =>
  (status === 0 ? new ApiError(0, 'UNREACHABLE', shared.unreachable) : new ApiError(status, problem?.code ?? 'UNKNOWN', problem?.title ?? shared.unknownProblem));
