import type { ApplicationView, CodeTablesView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { copy as words } from '../kit/copy/enrolment.ts';
import { spoken } from '../kit/accessibility.ts';
import { paperOf } from './review/paper.view.ts';
import './paper.scss';

const copy = words.review;

/** The application as the paper form shows it; with `onEdit` each part can be corrected. */
export function Paper({ application, tables, onEdit }: { application: ApplicationView; tables: CodeTablesView; onEdit?: (group: string) => void }) {
  return (
    <View id='paper' className='paper'>
      <View className='paper__title'>{copy.title}</View>
      {paperOf(application, tables).map((section) => (
        <View key={section.id} id={`paper-${section.id}`} className='paper__section'>
          <View className='paper__head'>
            <View className='paper__name'>{section.title}</View>
            {onEdit && <View id={`edit-${section.id}`} className='paper__edit' {...spoken('button', `${copy.edit}${section.title}`)} onClick={() => onEdit(section.id)}>{copy.edit}</View>}
          </View>
          {section.lines.map((line) => <View key={line.key} className='paper__line'><View className='paper__label'>{line.label}</View><View className='paper__value'>{line.value}</View></View>)}
        </View>
      ))}
      {application.assessment && (
        <View id='assessment' className='paper__section'>
          <View className='paper__head'><View className='paper__name'>{copy.assessment}</View></View>
          <View className='paper__text'>{application.assessment.lines.map((line) => <View key={line}>{line}</View>)}</View>
          <View className='paper__text small'>{application.assessment.example ? `${application.assessment.profileName}。` : ''}{application.assessment.disclaimer}</View>
        </View>
      )}
      {application.materials.length > 0 && (
        <View className='paper__section'>
          <View className='paper__head'><View className='paper__name'>{copy.materials}</View></View>
          {application.materials.map((material) => (
            <View key={material.code} className='paper__line'><View className='paper__label paper__label--wide'>{material.label}</View>
              <View className='paper__value'>{material.pictures.length > 0 ? copy.pages(material.pictures.length) : material.deferrable || !material.required ? copy.later : copy.notYet}</View></View>
          ))}
        </View>
      )}
    </View>
  );
}
