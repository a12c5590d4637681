import type { ApplicationView, CodeTablesView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { copy as words } from '../kit/copy/enrolment.ts';
import { spoken } from '../kit/accessibility.ts';
import { paperOf } from './review/paper.view.ts';
import './paper.scss';

const copy = words.review;

/** The application as the paper form shows it, in as few boxes as a long paper allows, since each crosses to the view; with `onEdit` each part can be corrected. */
export function Paper({ application, tables, onEdit }: { application: ApplicationView; tables: CodeTablesView; onEdit?: (group: string) => void }) {
  return (
    <View id='paper' className='paper'>
      <View className='paper__title'>{copy.title}</View>
      {paperOf(application, tables).map((section) => (
        <View key={section.id} id={`paper-${section.id}`} className='paper__section'>
          <View className='paper__head'>
            {section.title}
            {onEdit && <View id={`edit-${section.id}`} className='paper__edit' {...spoken('button', `${copy.edit}${section.title}`)} onClick={() => onEdit(section.id)}>{copy.edit}</View>}
          </View>
          {section.lines.map((line) => <View key={line.key} className='paper__line'><View>{line.label}</View>{line.value}</View>)}
        </View>
      ))}
      {application.assessment && (
        <View id='assessment' className='paper__section'>
          <View className='paper__head'>{copy.assessment}</View>
          <View className='paper__text'>{application.assessment.lines.map((line) => <View key={line}>{line}</View>)}</View>
          <View className='paper__text small'>{application.assessment.example ? `${application.assessment.profileName}。` : ''}{application.assessment.disclaimer}</View>
        </View>
      )}
      {application.materials.length > 0 && (
        <View className='paper__section'>
          <View className='paper__head'>{copy.materials}</View>
          {application.materials.map((material) => (
            <View key={material.code} className='paper__line paper__line--wide'>
              <View>{material.label}</View>
              {material.pictures.length > 0 ? copy.pages(material.pictures.length) : material.deferrable || !material.required ? copy.later : copy.notYet}
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
