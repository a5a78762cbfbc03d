import { goTo, useScreen } from '../app/screen'
import { taskText } from '../text/tasks'
import { AssignmentList } from './assignment-list'
import { TaskList } from './task-list'

const items = Object.entries(taskText.tabs).map(([key, label]) => ({ key, label }))

/** 任务: what the district has assigned, and every report that follows from it. */
export function AssignmentsPage({ onImport }: { readonly onImport: () => void }) {
  const active = useScreen((state) => state.tabs.assignments) === 'tasks' ? 'tasks' : 'list'
  const tabs = { items, active, onChange: (key: string) => goTo('assignments', key) }
  return active === 'tasks' ? (
    <TaskList onImport={onImport} tabs={tabs} />
  ) : (
    <AssignmentList onImport={onImport} tabs={tabs} />
  )
}
