import React from "react";
import DOMPurify from "dompurify";

const BANNER = "<b>Sale</b>";

export function Comment({ comment, data }) {
  return (
    <div>
      {/* ruleid: react-dangerous-html */}
      <p dangerouslySetInnerHTML={{ __html: comment.body }} />
      {/* ruleid: react-dangerous-html */}
      <div className="text" dangerouslySetInnerHTML={{ __html: "<i>" + data + "</i>" }}></div>
      {/* ok: react-dangerous-html */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} />
      {/* ok: react-dangerous-html */}
      <p dangerouslySetInnerHTML={{ __html: "<b>fixed</b>" }} />
      {/* ok: react-dangerous-html */}
      <p dangerouslySetInnerHTML={{ __html: BANNER }} />
      {/* ok: react-dangerous-html */}
      <p>{comment.body}</p>
    </div>
  );
}
