import { useRoomTabs } from '../app/room-tabs'
import { taskText } from '../text/tasks'
import { AssignmentList } from './assignment-list'
import { TaskList } from './task-list'

/** 任务: what the district has assigned, and every report that follows from it. */
export function AssignmentsPage({ onImport }: { readonly onImport: () => void }) {
  const tabs = useRoomTabs('assignments', taskText.tabs, 'list')
  return tabs.active === 'tasks' ? (
    <TaskList onImport={onImport} tabs={tabs} />
  ) : (
    <AssignmentList onImport={onImport} tabs={tabs} />
  )
}
