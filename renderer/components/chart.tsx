import { App, Button } from 'antd'
import {
  BarChart,
  FunnelChart,
  LineChart,
  type BarSeriesOption,
  type FunnelSeriesOption,
  type LineSeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type MarkLineComponentOption,
  type TooltipComponentOption,
} from 'echarts/components'
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartText } from '../text/app'

use([
  BarChart,
  LineChart,
  FunnelChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | FunnelSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>

/** The ledger's chart colours: the quiet blue, its lighter shade for what is still open, and the reserved amber and red. */
export const chartColors = {
  main: '#1f5fa8',
  open: '#c9d6e6',
  soft: '#8aa6c8',
  near: '#9a6200',
  overdue: '#b3261e',
  ink: '#1f2328',
  inkSoft: '#59636e',
  line: '#d9dee3',
} as const

const fontFamily = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif'
/** Copied pictures are this much larger than on the screen, for print. */
const pictureScale = 2

interface ChartProps {
  readonly option: ChartOption
  /** What the chart shows, for those who do not see it; the numbers are in the table beside it. */
  readonly label: string
  /** Unit: pixels. */
  readonly height: number
  readonly canCopy?: boolean
  /** A mark of the chart was clicked: its place among the data of its series. The table beside it does the same by keyboard. */
  readonly onPick?: (index: number) => void
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('picture'))
    image.src = url
  })
}

/** The chart as a PNG on white. */
async function pictureOf(chart: EChartsType): Promise<Blob> {
  // Drawn from the page: the library's own text leaves the quotes of font names as they are, which no reader takes.
  const svg = chart.getDom().querySelector('svg')?.outerHTML ?? ''
  const image = await loadImage(`data:image/svg+xml;charset=UTF-8,${encodeURIComponent(svg)}`)
  const canvas = document.createElement('canvas')
  canvas.width = chart.getWidth() * pictureScale
  canvas.height = chart.getHeight() * pictureScale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('png'))), 'image/png'),
  )
}

/** A chart drawn as SVG. The caller puts a table with the same numbers beside it. */
export function Chart({ option, label, height, canCopy = true, onPick }: ChartProps) {
  const { message } = App.useApp()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  useEffect(() => {
    if (!place.current) return
    const made = init(place.current, null, { renderer: 'svg' })
    chart.current = made
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(place.current)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    // Without animation: it would write style elements, and paper does not move.
    chart.current?.setOption({ animation: false, textStyle: { fontFamily, color: chartColors.ink }, ...option }, true)
  }, [option])
  useEffect(() => {
    const made = chart.current
    if (!made || !onPick) return
    const pick = ({ dataIndex }: { readonly dataIndex: number }): void => onPick(dataIndex)
    made.on('click', pick)
    return () => {
      if (!made.isDisposed()) made.off('click', pick)
    }
  }, [onPick])
  const copy = async (): Promise<void> => {
    try {
      if (!chart.current) return
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await pictureOf(chart.current) })])
      void message.success(chartText.copied)
    } catch {
      void message.warning(chartText.copyFailed)
    }
  }
  return (
    <div className="chart">
      <div ref={place} role="img" aria-label={label} style={{ height }} />
      {canCopy && (
        <Button disabled={false} className="no-print" size="small" type="text" onClick={() => void copy()}>
          {chartText.copy}
        </Button>
      )}
    </div>
  )
}
