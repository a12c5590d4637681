import type { SpecimenPerson } from './cards.ts';
import { outlineLines, outlineText, widthOf } from './outline-text.ts';
import type { Sheet } from './scene.ts';

const INK = '#26221c';

const longDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

/** A round red seal whose middle says that it seals nothing. */
function seal(x: number, y: number, office: string): string {
  return `<g opacity="0.78" transform="translate(${x} ${y}) rotate(-8)"><circle r="92" fill="none" stroke="#c62828" stroke-width="7"/><circle r="74" fill="none" stroke="#c62828" stroke-width="2"/>${outlineText('样本章', 0, 14, { size: 38, bold: true, fill: '#c62828', anchor: 'middle' })}${outlineText(office, 0, -34, { size: 17, fill: '#c62828', anchor: 'middle' })}${outlineText('仅供演示', 0, 52, { size: 19, fill: '#c62828', anchor: 'middle' })}</g>`;
}

/** The first page of the household register: whose household it is and where. */
export function householdCover(page: { head: SpecimenPerson; householdType: string; number: string; authority: string; issuedOn: string }): Sheet {
  const rows: [string, string][] = [['户　　别', page.householdType], ['户 主 姓 名', page.head.name], ['户　　号', page.number], ['住　　址', page.head.address], ['签 发 机 关', page.authority], ['签 发 日 期', longDay(page.issuedOn)]];
  return { width: 1100, height: 1340, radius: 8, shapes: `<rect width="1100" height="1340" fill="#f3f1e7"/>${outlineText('居民户口簿首页（样本）', 550, 160, { size: 54, bold: true, anchor: 'middle', spacing: 4 })}${table(rows, 270, 128)}${seal(840, 1140, '户籍登记机关')}` };
}

/** Rows of a form, label and entry. */
function table(rows: readonly [string, string][], top: number, height: number): string {
  return rows.map(([label, text], index) => {
    const y = top + index * height;
    const middle = y + height / 2;
    return `<rect x="70" y="${y}" width="290" height="${height}" fill="#e8eee6" stroke="${INK}" stroke-width="2"/><rect x="360" y="${y}" width="670" height="${height}" fill="#fbfcf8" stroke="${INK}" stroke-width="2"/>${outlineText(label, 215, middle + 10, { size: 30, anchor: 'middle', fill: '#3d5a45' })}${outlineLines(text, 386, middle + (widthOf(text, { size: 33 }) > 620 ? -8 : 11), 620, 42, { size: 33 })}`;
  }).join('');
}

/** The person's own page of the household register. */
export function householdPage(page: { person: SpecimenPerson; relation: string; householdType: string; issuedOn: string }): Sheet {
  const { person } = page;
  const rows: [string, string][] = [
    ['姓　　名', person.name], ['户主或与户主关系', page.relation], ['性　　别', person.sex === 'male' ? '男' : '女'], ['民　　族', person.ethnicGroup],
    ['出 生 日 期', longDay(person.birthDay)], ['公民身份号码', person.citizenId], ['户 口 性 质', page.householdType], ['住　　址', person.address], ['登 记 日 期', longDay(page.issuedOn)],
  ];
  return { width: 1100, height: 1340, radius: 8, shapes: `<rect width="1100" height="1340" fill="#f6f8f1"/>${outlineText('常住人口登记卡（样本）', 550, 120, { size: 54, bold: true, anchor: 'middle', spacing: 4 })}${table(rows, 190, 104)}${seal(860, 1190, '户籍登记机关')}` };
}

/** The proof that somebody belongs to a group the government pays for. */
export function specialGroupProof(proof: { person: SpecimenPerson; groupLabel: string; number: string; issuedOn: string; authority: string }): Sheet {
  const { person } = proof;
  const text = `兹证明${person.name}，${person.sex === 'male' ? '男' : '女'}，公民身份号码${person.citizenId}，经审核符合“${proof.groupLabel}”认定条件，现处于有效保障期内。`;
  return {
    width: 1100, height: 1340, radius: 8,
    shapes: `<rect width="1100" height="1340" fill="#fdf8ee"/><rect x="40" y="40" width="1020" height="1260" fill="none" stroke="#b8860b" stroke-width="6"/><rect x="54" y="54" width="992" height="1232" fill="none" stroke="#b8860b" stroke-width="2"/>
      ${outlineText(`${proof.groupLabel}证明`, 550, 210, { size: 62, bold: true, anchor: 'middle', spacing: 4, fill: '#8a1c1c' })}${outlineText(`编号：${proof.number}`, 990, 290, { size: 28, anchor: 'end' })}
      ${outlineLines(`　　${text}`, 120, 400, 870, 68, { size: 36 })}${outlineText('　　特此证明。', 120, 680, { size: 36 })}
      ${outlineText(proof.authority, 980, 1010, { size: 34, anchor: 'end' })}${outlineText(longDay(proof.issuedOn), 980, 1080, { size: 34, anchor: 'end' })}${seal(820, 1010, '民政部门')}`,
  };
}

/** The written authority to act for somebody, with both names signed by hand. */
export function authorityLetter(letter: { principal: SpecimenPerson; agent: { name: string; citizenId: string; relation: string }; matterName: string; signedOn: string; validUntil: string }): Sheet {
  const { principal, agent } = letter;
  const paragraph = (text: string, y: number) => outlineLines(`　　${text}`, 100, y, 900, 62, { size: 34 });
  return {
    width: 1100, height: 1400, radius: 4,
    shapes: `<rect width="1100" height="1400" fill="#ffffff"/>${outlineText('授 权 委 托 书', 550, 160, { size: 60, bold: true, anchor: 'middle' })}
      ${outlineText(`委托人：${principal.name}`, 100, 270, { size: 34 })}${outlineText(`公民身份号码：${principal.citizenId}`, 100, 332, { size: 34 })}
      ${outlineText(`受托人：${agent.name}（${agent.relation}）`, 100, 420, { size: 34 })}${outlineText(`公民身份号码：${agent.citizenId}`, 100, 482, { size: 34 })}
      ${paragraph(`本人因行动不便，委托上述受托人代为办理“${letter.matterName}”，包括填写和提交资料、到窗口签字、领取办理结果。受托人在委托范围内办理的事项，本人予以认可。`, 580)}
      ${paragraph(`委托期限：自签署之日起至${longDay(letter.validUntil)}止。`, 860)}
      ${outlineText('委托人（签名）：', 100, 1040, { size: 34 })}${signature(principal.name, 390, 1046)}${outlineText('受托人（签名）：', 100, 1130, { size: 34 })}${signature(agent.name, 390, 1136)}
      ${outlineText(longDay(letter.signedOn), 1000, 1250, { size: 34, anchor: 'end' })}`,
  };
}

function signature(name: string, x: number, y: number): string {
  return `<g transform="translate(${x} ${y}) skewX(-12) rotate(-3)">${outlineText(name, 0, 0, { size: 50, fill: '#1d3f8f', spacing: -3 })}<path d="M-8 16 Q120 4 230 14" stroke="#1d3f8f" stroke-width="2.5" fill="none" opacity="0.6"/></g>`;
}
