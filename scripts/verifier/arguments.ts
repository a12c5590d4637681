export interface Wishes { file: string; key?: string; code?: string; json: boolean }

export const USAGE = `用法：node verify-ledger.mjs 账本文件 [--key 公钥] [--code 短码] [--json]

  账本文件   从大厅“阳光账本”页面下载的 ledger-日期.jsonl
  --key      大厅屏或公示栏上的公钥；不给，就用文件里自带的那一把核对
  --code     小票或大厅屏上的短码，如 7K3M-02QX-9FTD；核对它是不是这本账某一天的封账
  --json     把结果写成 JSON，给程序看

结束码：0 没有发现改动；1 发现了问题；2 文件打不开或用法不对。
`;

/** What was asked for on the command line; null when that cannot be understood. */
export function wishesOf(words: readonly string[]): Wishes | null {
  const named = new Map<string, string>();
  const files: string[] = [];
  let json = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const [name, joined] = word.split(/=(.*)/s);
    if (word === '--json') json = true;
    else if (name === '--key' || name === '--code') {
      const value = joined ?? words[(at += 1)];
      if (value === undefined || value === '' || named.has(name)) return null;
      named.set(name, value);
    } else if (word.startsWith('--')) return null;
    else files.push(word);
  }
  const [key, code] = [named.get('--key'), named.get('--code')];
  return files.length === 1 ? { file: files[0]!, json, ...(key === undefined ? {} : { key }), ...(code === undefined ? {} : { code }) } : null;
}
