import { App, Button } from 'antd'
import { useFailure } from '../components/failure-notice'
import { call } from '../desk'
import { commonText } from '../text/exchange'
import { keysText as text } from '../text/exchange-keys'
import { useIdentitySaid } from './identity-said'

/** A new key in place of one that is lost for good; asks first, since it cannot be taken back. */
export function RenewKey() {
  const { modal } = App.useApp()
  const said = useIdentitySaid()
  const fail = useFailure()
  const renew = async (): Promise<void> => {
    try {
      await call('exchange.renewIdentity', {})
      said(text.renewed)
    } catch (error) {
      fail(error)
    }
  }
  const ask = (): void => {
    modal.confirm({
      title: text.renewTitle,
      content: text.renewHint,
      okText: text.renew,
      cancelText: commonText.cancel,
      onOk: renew,
    })
  }
  return <Button onClick={ask}>{text.renew}</Button>
}
