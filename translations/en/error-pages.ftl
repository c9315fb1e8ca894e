# Pages for what is not there or went wrong
error-page-home = To the start
error-page-not-found-title = This page is not there
error-page-not-found-text = The address may have been copied wrongly, or the link has expired.
error-page-sign-in-title = Sign in first
error-page-sign-in-text = After signing in you will see this page.
error-page-bad-request-title = We did not understand that
error-page-bad-request-text = Something went wrong while sending. Go back and try again; what you entered was not saved.
error-page-too-large-title = That is too large
error-page-too-large-text = Send less at once, or a smaller file.
error-page-too-many-title = One moment please
error-page-too-many-text = There were too many attempts from your connection. Wait a few minutes and try again.
error-page-cross-site-title = This form came from another site
error-page-cross-site-text = For your safety we changed nothing. Open the page here again.
error-page-internal-title = Something went wrong on our side
error-page-internal-text = We have seen it and are looking into it. Try again in a few minutes.
