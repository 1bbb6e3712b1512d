/** What a model may say beside the annotations of {@code jakarta.persistence}. */
@NullMarked
package dev.migrator.annotation;

import org.jspecify.annotations.NullMarked;
