import type { StaffAccountView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { accountCopy as copy } from '../../kit/copy/account.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { Colleagues } from './Colleagues.tsx';
import styles from './Account.module.css';
import { MyCard } from './MyCard.tsx';

const KEY = ['account'] as const;

/** A member of staff's own account: the WeChat tied to it, and where text messages go. */
export function AccountPage() {
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<StaffAccountView>('/staff/me/account') });
  const mayUntie = useMay('grant.edit');
  return (
    <Page title={copy.title} lead={copy.lead} testId="account">
      <Loaded query={query}>
        {(account) => (
          <>
            <Card><Link to="/assessment/mine" data-testid="my-cards">{copy.myCards}</Link></Card>
            <Card><Wechat account={account} /></Card>
            <Card><Phone key={account.maskedPhone} account={account} /></Card>
            <MyCard />
          </>
        )}
      </Loaded>
      {mayUntie ? <Colleagues /> : null}
    </Page>
  );
}

/** Sends a change of the account and shows what it has become. */
function useChange(send: () => Promise<StaffAccountView>, done: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: send,
    onSuccess: (account) => { client.setQueryData(KEY, account); void message.success(done); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
}

function Wechat({ account }: { account: StaffAccountView }) {
  const unbind = useChange(() => api.remove<StaffAccountView>('/staff/me/wechat'), copy.unbound);
  const bound = account.wechatBoundAt !== null;
  return (
    <div className={styles.line} data-testid="account-wechat">
      <div>
        <h2>{copy.wechat} <StateTag tone={bound ? 'ok' : 'quiet'} testId="wechat-state">{account.wechatBoundAt === null ? copy.notBound : copy.bound(momentText(account.wechatBoundAt))}</StateTag></h2>
        <p>{bound ? copy.boundLead : copy.howToBind}</p>
      </div>
      {bound ? <Popconfirm title={copy.unbindAsk} okText={copy.yes} cancelText={copy.no} onConfirm={() => unbind.mutate()}><Button danger loading={unbind.isPending} data-testid="wechat-unbind">{copy.unbind}</Button></Popconfirm> : null}
    </div>
  );
}

function Phone({ account }: { account: StaffAccountView }) {
  const [phone, setPhone] = useState('');
  const save = useChange(() => api.put<StaffAccountView>('/staff/me/phone', { phone }), copy.saved);
  const remove = useChange(() => api.put<StaffAccountView>('/staff/me/phone', { phone: null }), copy.saved);
  return (
    <div className={styles.line} data-testid="account-phone">
      <div><h2>{copy.phone} <span className="muted">{account.maskedPhone ?? copy.phoneNone}</span></h2><p>{copy.phoneLead}</p></div>
      <form className={styles.phone} onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Input inputMode="tel" autoComplete="tel" maxLength={20} value={phone} placeholder={copy.phoneExample} aria-label={copy.phone} onChange={(event) => setPhone(event.target.value)} data-testid="account-phone-input" />
        <Button htmlType="submit" loading={save.isPending} disabled={phone.trim() === ''} data-testid="account-phone-save">{copy.save}</Button>
        {account.maskedPhone ? <Button type="text" loading={remove.isPending} onClick={() => remove.mutate()}>{copy.remove}</Button> : null}
      </form>
    </div>
  );
}
