/** A blog: users with a profile, who write posts and comment on them. */
@NullMarked
package com.example.blog;

import org.jspecify.annotations.NullMarked;
